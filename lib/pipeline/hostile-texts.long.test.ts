import { describe, expect, it } from "vitest";
import { derive, span, tool, turn } from "@/lib/cases/test-spans";
import { readTextMax } from "@/lib/cases/read-beginnings";
import type { CaseSpan, DerivedCase } from "@/lib/domain/case/case";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { evaluators } from "@/lib/evaluators/registry";
import { runEvaluators } from "@/lib/evaluators/run-evaluators";
import { growthOf, linearGrowthMax } from "@/lib/testing/growth";
import { hostileTexts } from "@/lib/testing/hostile-texts";
import { extractCaseFindings } from "./derive/extract-case-findings";

const human = { belonging: { agentKind: "human" as const } };

/** A case in which the customer, the agent, a tool and a document say the text: after ordinary words, and alone. */
function spansWith(text: string): readonly CaseSpan[] {
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
function deriveAndRead(spans: readonly CaseSpan[]): DerivedCase {
  const derived = derive(spans, {}, (assembled) => runEvaluators(assembled, evaluators));
  extractCaseFindings(derived, { ...derived, retrievals: [], spanValues: [] }, defaultSettings);
  return derived;
}

describe("deriving and judging a case takes as much time as its texts are long", () => {
  it.each(hostileTexts)("$name", ({ of }) => {
    const growth = growthOf(of, 2_500, (text, round) => {
      deriveAndRead(spansWith(`${round} ${text}`));
    });
    expect(growth).toBeLessThanOrEqual(linearGrowthMax);
  });

  it("compares no more claims of an answer than it says", () => {
    const growth = growthOf(
      (length) => "It is red. ".repeat(length / 11),
      8_000,
      (text) => {
        const { scores } = deriveAndRead(spansWith(text));
        const verdict = scores.find(({ evaluator }) => evaluator === "groundedness")?.verdict;
        expect(verdict?.because).toMatch(/\d more were not compared\.$/);
      },
    );
    expect(growth).toBeLessThanOrEqual(linearGrowthMax);
  });
});

describe("a message longer than is read for its meaning", () => {
  const long = `Hello. ${"word ".repeat(readTextMax / 5)}`;

  it("is kept whole, and the case says that its beginning was read", () => {
    const derived = deriveAndRead([
      turn(0, "customer", `${long} Goodbye.`),
      turn(1, "agent", "Hello."),
    ]);
    expect(derived.messages[0]?.text.endsWith("Goodbye.")).toBe(true);
    expect(derived.findings).toEqual([
      {
        code: "text-read-in-part",
        detail: expect.stringMatching(/^1 message .* 65536 /u) as string,
      },
    ]);
  });

  it("gives the same scores as one that ends there", () => {
    const scoresOf = (more: string) =>
      deriveAndRead([turn(0, "customer", long + more), turn(1, "agent", "I will refund it.")])
        .scores;
    expect(scoresOf("a".repeat(readTextMax))).toEqual(scoresOf("b"));
  });
});
