import type { AssembledCase, Closure, Score } from "@/lib/domain/case/case";
import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import { findAsking } from "../words/last-words";

/** The evaluator whose score of the last interaction counts as a judgement. */
export const resolutionEvaluatorName = "conversation_resolution";

const leastValue = bandLimits(resolutionEvaluatorName).high;

/** How a verdict begins that no sign speaks for: only the usual ending of such contacts does, which closes no case. */
export const noSignFor = "By how such contacts usually end, not by a sign for it.";

/** The evaluator of acts that an agent calls done although their tool failed. */
export const falseSuccessName = "false_success";

/**
 * The last touchpoint was scored resolved, the customer left no unanswered question, and nothing in the case is called
 * done although it failed.
 */
export function proveByJudgement(
  assembled: AssembledCase,
  scores: readonly Score[],
): Closure | null {
  const last = assembled.interactions.findLast((interaction) => interaction.isTouchpoint);
  const score = scores.find(
    ({ evaluator, version, target }) =>
      evaluator === resolutionEvaluatorName &&
      version !== "imported" &&
      target.kind === "interaction" &&
      target.ordinal === last?.ordinal,
  );
  if (last?.isPassedOn !== false || score?.verdict.status !== "scored") return null;
  if (score.verdict.because.startsWith(noSignFor)) return null;
  if (score.verdict.value < leastValue || scores.some(isFalseSuccess)) return null;
  const final = assembled.messages.findLast(
    ({ interaction, speaker, text }) =>
      interaction === last.ordinal &&
      (speaker === "customer" || speaker === "agent") &&
      text !== "",
  );
  if (final?.speaker === "customer" && findAsking(final.text) !== null) return null;
  return {
    method: "unknown",
    evidence: "judged",
    because: `The last contact was judged resolved (${score.verdict.value.toFixed(2)}): ${score.verdict.because}`,
    quotes: score.verdict.evidence,
  };
}

function isFalseSuccess({ evaluator, version, verdict }: Score): boolean {
  return (
    evaluator === falseSuccessName &&
    version !== "imported" &&
    verdict.status === "scored" &&
    verdict.value >= bandLimits(falseSuccessName).high
  );
}
