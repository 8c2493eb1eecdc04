import type { DrawnGroups } from "./draw-groups";
import type { Interval } from "./interval";
import { orderStatistics } from "./quantiles/order-statistics";

/** A figure over all groups, and without each of them (jackknife). */
export type LeftOutFigure = {
  readonly value: number;
  readonly without: Float64Array;
  readonly groups: number;
  /** Pseudo-values of imagined extra groups (smoothing); 0 for none. */
  readonly imagined: Imagined;
};

/** For two arms, a hit and a miss each. */
export type Imagined = readonly [number, number, number, number];
const imaginedCount = 4;

/** Number of figures summed in one pass. */
const perBlock = 4;

/** With fewer groups their variance is not estimable. */
const groupsMin = 8;

/**
 * Percentile bootstrap intervals of figures over independent groups: customers, not their cases. Resamples the
 * groups' jackknife pseudo-values, whose mean is the figure to first order (Efron and Tibshirani 1993, An
 * Introduction to the Bootstrap, 11.5), so that a draw costs one addition per group. Deviations are widened by
 * √(G∕(G − 3)), to the spread of Student's t with G − 1 degrees of freedom.
 * @param figures over the same groups; all use the same draws
 * @param draws by number of groups, imagined ones included
 * @returns the middle 95 % of each; null for a figure undefined without some group, with too few groups, or without
 * variance
 */
export function bootstrapGroups(
  figures: readonly LeftOutFigure[],
  draws: (groups: number) => DrawnGroups,
): readonly (Interval | null)[] {
  const drawn = draws((figures[0]?.without.length ?? 0) + imaginedCount);
  return figures.flatMap((_, at) => {
    return at % perBlock === 0 ? intervalsOf(figures.slice(at, at + perBlock), drawn) : [];
  });
}

/** @param figures one block */
function intervalsOf(
  figures: readonly LeftOutFigure[],
  drawn: DrawnGroups,
): readonly (Interval | null)[] {
  const sums = sumDraws(pullsOf(figures, drawn.groups), drawn);
  const samples = sums.length / perBlock;
  return figures.map((figure, at) => {
    if (figure.groups < groupsMin) return null;
    const deviations = sums.subarray(at * samples, (at + 1) * samples);
    return middleOf(figure.value, deviations, Math.sqrt(figure.groups / (figure.groups - 3)));
  });
}

/** Per figure and sample: the summed pseudo-values of the drawn groups. */
function sumDraws(pulls: Float64Array, { groups, picks }: DrawnGroups): Float64Array {
  const samples = groups === 0 ? 0 : picks.length / groups;
  const sums = new Float64Array(perBlock * samples);
  for (let sample = 0; sample < samples; sample += 1) {
    const end = (sample + 1) * groups;
    let [one, two, three, four] = [0, 0, 0, 0];
    for (let pick = sample * groups; pick < end; pick += 1) {
      const from = (picks[pick] ?? 0) * perBlock;
      one += pulls[from] ?? 0;
      two += pulls[from + 1] ?? 0;
      three += pulls[from + 2] ?? 0;
      four += pulls[from + 3] ?? 0;
    }
    sums[sample] = one;
    sums[samples + sample] = two;
    sums[2 * samples + sample] = three;
    sums[3 * samples + sample] = four;
  }
  return sums;
}

/** Deviation of each group's pseudo-value from each figure; per figure they sum to 0. */
function pullsOf(figures: readonly LeftOutFigure[], all: number): Float64Array {
  const groups = all - imaginedCount;
  const pulls = new Float64Array(perBlock * all);
  figures.forEach(({ without, imagined }, at) => {
    const between = imagined.reduce((sum, each) => sum + each, 0) / imaginedCount;
    imagined.forEach((each, index) => {
      pulls[(groups + index) * perBlock + at] = each - between;
    });
    const mean = without.reduce((sum, each) => sum + each, 0) / groups;
    without.forEach((each, group) => {
      pulls[group * perBlock + at] = ((groups - 1) / groups) * (mean - each);
    });
  });
  return pulls;
}

function middleOf(value: number, deviations: Float64Array, wider: number): Interval | null {
  const places = [0.025, 0.975].map((share) => Math.round(share * (deviations.length - 1)));
  const [low = NaN, high = NaN] = orderStatistics(deviations, places).map(
    (each = NaN) => value + wider * each,
  );
  return Number.isFinite(low) && Number.isFinite(high) && low < high ? [low, high] : null;
}
