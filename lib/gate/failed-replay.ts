import type { RunOutcome } from "@/lib/domain/gate/run";
import { cutText } from "@/lib/format/cut-text";

const errorLengthMax = 190;

/**
 * The outcomes of a replay that failed: no score of what was said until then counts, and each has the reason. One of no
 * evaluator says it for those that had nothing to judge.
 * @param reasons what its spans say; empty: it did not fail
 */
export function failedOutcomes(
  outcomes: readonly RunOutcome[],
  { item, repeat }: Pick<RunOutcome, "item" | "repeat">,
  reasons: readonly string[],
): readonly RunOutcome[] {
  const [reason] = [...reasons].sort();
  if (reason === undefined) return outcomes;
  const line = reason.replaceAll(/[\p{Cc}\p{Cs}\s\uFFFE\uFFFF]+/gu, " ").trim();
  const error = `the replay failed: ${cutText(line, errorLengthMax - "the replay failed: ".length)}`;
  const whole: RunOutcome = {
    ...{ item, repeat, score: null, error, evaluator: null, version: null },
    ...{ channels: outcomes[0]?.channels ?? null, critical: [] },
  };
  return [...outcomes.map((outcome) => ({ ...outcome, score: null, error })), whole];
}
