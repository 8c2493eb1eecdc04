import type { Interval } from "./interval";

/** A figure of all groups, and what it were without each of them. */
export type LeftOutFigure = {
  readonly value: number;
  readonly without: Float64Array;
  /** How many groups have any of what it counts. */
  readonly groups: number;
  /** How far groups would pull it that are imagined beside them; 0 where none is. */
  readonly imagined: Imagined;
};

/** Of two arms, a hit and a miss each. */
export type Imagined = readonly [number, number, number, number];
const imaginedCount = 4;

/** How many samples intervals draw, and what gives a whole number from 0 up to its argument, by chance. */
export type Draws = { readonly samples: number; readonly below: (limit: number) => number };

/** Fewer groups say too little of how far groups differ. */
const groupsMin = 8;

/**
 * Percentile bootstrap intervals of figures over groups that are independent of each other: customers, not
 * their cases. What is drawn with replacement are the groups' jackknife pseudo-values, whose mean is the
 * figure to first order (Efron and Tibshirani 1993, An Introduction to the Bootstrap, 11.5), so that a draw
 * costs as many additions as there are groups, however many cases these have. Deviations are widened by
 * √(G∕(G − 3)), to the spread of Student's t with G − 1 degrees of freedom.
 * @param figures over the same groups; all see the same draws
 * @returns the middle 95 % of each; null of a figure that fails without some group, of too few groups, or
 * that nothing moves
 */
export function bootstrapGroups(
  figures: readonly LeftOutFigure[],
  { samples, below }: Draws,
): readonly (Interval | null)[] {
  const count = figures.length;
  const groups = (figures[0]?.without.length ?? 0) + imaginedCount;
  const pulls = pullsOf(figures);
  const drawn = figures.map(() => new Float64Array(samples));
  const sums = new Float64Array(count);
  for (let sample = 0; sample < samples; sample += 1) {
    sums.fill(0);
    for (let pick = 0; pick < groups; pick += 1) {
      const from = below(groups) * count;
      for (let at = 0; at < count; at += 1) {
        sums[at] = (sums[at] ?? 0) + (pulls[from + at] ?? 0);
      }
    }
    drawn.forEach((own, at) => {
      own[sample] = sums[at] ?? 0;
    });
  }
  return figures.map((figure, at) => {
    const deviations = drawn[at];
    if (figure.groups < groupsMin || deviations === undefined) return null;
    return middleOf(figure.value, deviations, Math.sqrt(figure.groups / (figure.groups - 3)));
  });
}

/** How far each group pulls each figure from what it were without, group by group; of one figure they sum to 0. */
function pullsOf(figures: readonly LeftOutFigure[]): Float64Array {
  const groups = figures[0]?.without.length ?? 0;
  const pulls = new Float64Array(figures.length * (groups + imaginedCount));
  figures.forEach(({ without, imagined }, at) => {
    const between = imagined.reduce((sum, each) => sum + each, 0) / imaginedCount;
    imagined.forEach((each, index) => {
      pulls[(groups + index) * figures.length + at] = each - between;
    });
    const mean = without.reduce((sum, each) => sum + each, 0) / groups;
    without.forEach((each, group) => {
      pulls[group * figures.length + at] = ((groups - 1) / groups) * (mean - each);
    });
  });
  return pulls;
}

function middleOf(value: number, deviations: Float64Array, wider: number): Interval | null {
  deviations.sort();
  const at = (share: number) =>
    value + wider * (deviations[Math.round(share * (deviations.length - 1))] ?? NaN);
  const [low, high] = [at(0.025), at(0.975)];
  return Number.isFinite(low) && Number.isFinite(high) && low < high ? [low, high] : null;
}
