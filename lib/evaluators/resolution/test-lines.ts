import type { CaseSpan, Verdict } from "@/lib/domain/case/case";
import { evidenceOf } from "@/lib/domain/case/evidence-of";
import type { Speaker } from "@/lib/domain/trace/reading";
import { derive, turn, type SpanOverrides } from "@/lib/cases/test-spans";
import { runEvaluators } from "../run-evaluators";
import { conversationResolution } from "./conversation-resolution";

/** The belonging of what an AI agent does. */
export const byAi: SpanOverrides = { belonging: { agentKind: "ai" } };
const none: Verdict = { status: "not-applicable", because: "" };

/** Judges the resolution of a contact by its lines, and its calls between them; quotes as texts. */
export function judgeLines(...lines: readonly (readonly [Speaker, string] | CaseSpan)[]) {
  const spans = lines.map((line, at) =>
    "spanId" in line ? line : turn(at, line[0], line[1], byAi),
  );
  const derived = derive(spans, {}, (assembled) =>
    runEvaluators(assembled, [conversationResolution]),
  );
  const verdict = derived.scores[0]?.verdict;
  const quotes = evidenceOf(verdict ?? none).flatMap((each) =>
    "message" in each
      ? [derived.messages[each.message]?.text.slice(each.start, each.end) ?? ""]
      : [],
  );
  return { status: verdict?.status, because: verdict?.because, quotes };
}
