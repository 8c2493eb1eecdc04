import type { Comparison, ScorePair } from "@/lib/domain/quality/comparison";
import { cohenKappa } from "@/lib/stats/cohen-kappa";
import { wilsonInterval } from "@/lib/stats/proportions/wilson-interval";

const disagreementsMax = 5;

/** Agreement of two scorers on the same targets. @param pairs at least one */
export function compareScores(pairs: readonly ScorePair[]): Omit<Comparison, "version" | "other"> {
  const sides = pairs.map(({ ours, theirs }) => [sideOf(ours), sideOf(theirs)] as const);
  const hits = sides.filter(([one, other]) => one === other).length;
  const of = pairs.length;
  const differences = pairs.map(({ ours, theirs }) => ours - theirs);
  const disagreements = pairs
    .filter(({ ours, theirs }) => sideOf(ours) !== sideOf(theirs))
    .toSorted((a, b) => distance(b) - distance(a) || (a.caseId < b.caseId ? -1 : 1))
    .slice(0, disagreementsMax);
  return {
    agreed: { hits, of, interval: wilsonInterval(hits, of) },
    kappa: isEitherConstant(sides) ? null : cohenKappa(sides),
    meanDifference: differences.reduce((sum, each) => sum + each, 0) / of,
    disagreements,
  };
}

/** κ is 0 where one scorer gives the same value to all. */
function isEitherConstant(sides: readonly (readonly [string, string])[]): boolean {
  const [ones, others] = [
    new Set(sides.map(([one]) => one)),
    new Set(sides.map(([, other]) => other)),
  ];
  return ones.size < 2 || others.size < 2;
}

function sideOf(value: number): "high" | "low" {
  return value >= 0.5 ? "high" : "low";
}

function distance({ ours, theirs }: ScorePair): number {
  return Math.abs(ours - theirs);
}
