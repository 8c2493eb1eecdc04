import { derive, span, tool, turn } from "@/lib/cases/test-spans";
import type { CaseSpan, DerivedCase } from "@/lib/domain/case/case";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { evaluators } from "@/lib/evaluators/registry";
import { runEvaluators } from "@/lib/evaluators/run-evaluators";
import { extractCaseFindings } from "@/lib/pipeline/derive/extract-case-findings";

const human = { belonging: { agentKind: "human" as const } };

/** A case in which the customer, the agent, a tool and a document say the text: after ordinary words, and alone. */
export function spansWith(text: string): readonly CaseSpan[] {
  return [
    turn(0, "customer", `I want a refund for order A1234. ${text}`),
    tool(1, "get_order", JSON.stringify({ order: "A1234", note: text }), text),
    span("found", {
      at: 2,
      kind: "retriever",
      passages: [{ id: "d1", text: `We refund all. ${text}`, score: null }],
    }),
    turn(3, "agent", `I will refund it by Friday. ${text}`),
    turn(4, "customer", text),
    turn(5, "agent", `Are you there? ${text}`, human),
    turn(6, "customer", `Thanks, it works now. ${text}`, human),
  ];
}

/** Derives and judges the case, and extracts what its page and row show. */
export function deriveAndRead(spans: readonly CaseSpan[]): DerivedCase {
  const derived = derive(spans, {}, (assembled) => runEvaluators(assembled, evaluators));
  extractCaseFindings(derived, { ...derived, retrievals: [], spanValues: [] }, defaultSettings);
  return derived;
}
