import { isParty } from "@/lib/domain/trace/reading";
import type {
  AssembledCase,
  Closure,
  Evidence,
  Interaction,
  Score,
  Verdict,
} from "@/lib/domain/case/case";
import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import { findAsking } from "../words/last-words";
import { nameEnding } from "./name-ending";

/** The evaluator whose score of the last interaction counts as a judgement. */
export const resolutionEvaluatorName = "conversation_resolution";

const leastValue = bandLimits(resolutionEvaluatorName).high;

/** The evaluator of acts that an agent calls done although their tool failed. */
export const falseSuccessName = "false_success";

/**
 * A last contact was scored resolved, the customer left no unanswered question, and nothing in the case is called
 * done although it failed.
 */
export function proveByJudgement(
  assembled: AssembledCase,
  ending: Interaction,
  scores: readonly Score[],
): Closure | null {
  const verdict = readJudgement(ending, scores);
  if (verdict === null || verdict.value < leastValue || scores.some(isFalseSuccess)) return null;
  const final = assembled.messages.findLast(
    ({ interaction, speaker, text }) =>
      interaction === ending.ordinal && isParty[speaker] && text !== "",
  );
  if (final?.speaker === "customer" && findAsking(final.text) !== null) return null;
  return {
    method: "unknown",
    evidence: "judged",
    because: `${nameEnding(assembled, ending)} was judged resolved (${verdict.value.toFixed(2)}): ${verdict.because}`,
    quotes: verdict.evidence,
  };
}

/** A last contact was scored not resolved: that it ended quietly is then no sign for it. */
export function denyByJudgement(
  assembled: AssembledCase,
  ending: Interaction,
  scores: readonly Score[],
): Closure | null {
  const verdict = readJudgement(ending, scores);
  if (verdict === null || verdict.value >= leastValue) return null;
  return {
    method: "unknown",
    evidence: "none",
    because: `${nameEnding(assembled, ending)} was judged not resolved (${verdict.value.toFixed(2)}): ${verdict.because}`,
    quotes: verdict.evidence,
  };
}

/** What speaks for and against a resolution in a last contact that cannot be judged for it, quoted; or null. */
export function findSignsOnBothSides(
  ending: Interaction,
  scores: readonly Score[],
): { readonly because: string; readonly evidence: readonly Evidence[] } | null {
  const verdict = findVerdict(ending, scores);
  if (verdict?.status !== "not-scorable") return null;
  const { because, evidence = [] } = verdict;
  return evidence.length === 0 ? null : { because, evidence };
}

/** Our own verdict on a last contact, unless that was passed on. */
function readJudgement(ending: Interaction, scores: readonly Score[]) {
  const verdict = findVerdict(ending, scores);
  return ending.isPassedOn || verdict?.status !== "scored" ? null : verdict;
}

function findVerdict({ ordinal }: Interaction, scores: readonly Score[]): Verdict | undefined {
  return scores.find(
    ({ evaluator, version, target }) =>
      evaluator === resolutionEvaluatorName &&
      version !== "imported" &&
      target.kind === "interaction" &&
      target.ordinal === ordinal,
  )?.verdict;
}

function isFalseSuccess({ evaluator, version, verdict }: Score): boolean {
  return (
    evaluator === falseSuccessName &&
    version !== "imported" &&
    verdict.status === "scored" &&
    verdict.value >= bandLimits(falseSuccessName).high
  );
}
