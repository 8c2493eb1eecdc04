import type { Score } from "@/lib/domain/case/case";
import { evaluatorEntry, readScore } from "@/lib/domain/quality/evaluator-catalogue";
import type { WorstScore } from "../facets/case-facets";

/**
 * The worst scored verdict of each of our evaluators, ordered by name. Imported scores are left out: their direction
 * is unknown.
 */
export function worstScores(scores: readonly Score[]): readonly WorstScore[] {
  const worst = new Map<string, number>();
  for (const { evaluator, version, target, verdict } of scores) {
    if (version === "imported" || verdict.status !== "scored") continue;
    // A leak in a span is the exporter's, equal in every case, and no reason to open this one.
    if (target.kind === "span") continue;
    if (evaluatorEntry(evaluator) === null) continue;
    const known = worst.get(evaluator);
    const { value } = verdict;
    if (known === undefined || isWorse({ evaluator, value }, { evaluator, value: known })) {
      worst.set(evaluator, value);
    }
  }
  return [...worst]
    .map(([evaluator, value]) => ({ evaluator, value }))
    .sort((left, right) => (left.evaluator < right.evaluator ? -1 : 1));
}

/** Whether a score is worse than another of the same evaluator. */
export function isWorse(score: WorstScore, other: WorstScore): boolean {
  return goodness(score) < goodness(other);
}

const bandRanks = { bad: 0, middling: 1, good: 2 };

/** The worst of a case's worst scores: by band first, since evaluators' scales differ. */
export function worstOf(scores: readonly WorstScore[]): WorstScore | null {
  return scores.reduce<WorstScore | null>(
    (worst, score) => (worst === null || badness(score) > badness(worst) ? score : worst),
    null,
  );
}

/** Orders scores of different evaluators: 0 for the best, above 2 for those in a bad band. */
export function badness(score: WorstScore): number {
  const entry = evaluatorEntry(score.evaluator);
  const band = entry === null ? "middling" : readScore(entry, score.value).band;
  return 2 - bandRanks[band] + (1 - goodness(score)) / 2;
}

/** The value with the direction "higher is better". */
function goodness({ evaluator, value }: WorstScore): number {
  return evaluatorEntry(evaluator)?.direction === "lower-is-better" ? 1 - value : value;
}
