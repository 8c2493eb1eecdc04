import type { Interval } from "./interval";

/** A figure of all groups, and what it were without each of them. */
export type LeftOutFigure = { readonly value: number; readonly without: Float64Array };

/** Fewer groups than these say too little of how far groups differ. */
const groupsMin = 8;

/**
 * Percentile bootstrap intervals of figures over groups that are independent of each other: customers, not
 * their cases. What is drawn with replacement are the groups' jackknife pseudo-values, whose mean is the
 * figure to first order (Efron and Tibshirani 1993, An Introduction to the Bootstrap, 11.5), so that a draw
 * costs as many additions as there are groups, however many cases these have. Deviations are widened by
 * √(G∕(G − 3)), to the spread of Student's t with G − 1 degrees of freedom.
 * @param figures over the same groups; all see the same draws
 * @param below gives a whole number from 0 up to its argument, by chance
 * @returns the middle 95 % of each; null of a figure that fails without some group, or of too few groups
 */
export function bootstrapGroups(
  figures: readonly LeftOutFigure[],
  { samples, below }: { readonly samples: number; readonly below: (limit: number) => number },
): readonly (Interval | null)[] {
  const groups = figures[0]?.without.length ?? 0;
  if (groups < groupsMin) return figures.map(() => null);
  const pulls = figures.map(({ without }) => pullsOf(without));
  const drawn = figures.map(() => new Float64Array(samples));
  const picks = new Uint32Array(groups);
  for (let sample = 0; sample < samples; sample += 1) {
    for (let at = 0; at < groups; at += 1) picks[at] = below(groups);
    pulls.forEach((own, index) => {
      let sum = 0;
      for (let at = 0; at < groups; at += 1) sum += own[picks[at] ?? 0] ?? 0;
      const into = drawn[index];
      if (into !== undefined) into[sample] = sum;
    });
  }
  return figures.map(({ value }, index) => middleOf(value, drawn[index] ?? new Float64Array()));
}

/** How far each group pulls the figure from what it were without, as deviations that sum to 0. */
function pullsOf(without: Float64Array): Float64Array {
  const groups = without.length;
  const mean = without.reduce((sum, each) => sum + each, 0) / groups;
  const factor = ((groups - 1) / groups) * Math.sqrt(groups / (groups - 3));
  return without.map((each) => factor * (mean - each));
}

function middleOf(value: number, deviations: Float64Array): Interval | null {
  deviations.sort();
  const at = (share: number) =>
    value + (deviations[Math.round(share * (deviations.length - 1))] ?? NaN);
  const [low, high] = [at(0.025), at(0.975)];
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
}
