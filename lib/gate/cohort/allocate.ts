/** A part of a population that some are drawn of. */
export type Stratum = {
  readonly name: string;
  /** At least 1. */
  readonly count: number;
  /** What one of it counts for: 1, more where more should be drawn. */
  readonly weight: number;
};

/**
 * Divides a sample among strata in proportion to their weighted counts, by largest remainders (Hamilton's method), at
 * least one of each and no more than there are. A sample smaller than the number of strata takes one of each of the
 * largest. Ties go to the first name.
 * @returns for each stratum how many to draw; their sum is `size`, or all if there are fewer
 */
export function allocate(strata: readonly Stratum[], size: number): readonly number[] {
  const total = strata.reduce((sum, { count }) => sum + count, 0);
  const left = Math.min(size, total);
  if (left < strata.length) {
    const largest = new Set(strata.toSorted(byShare).slice(0, left));
    return strata.map((stratum) => (largest.has(stratum) ? 1 : 0));
  }
  const targets = targetsOf(strata, left);
  const drawn = targets.map(Math.floor);
  const byName = strata.map((_, at) => at).sort((a, b) => compareNames(strata[a], strata[b]));
  for (let sum = drawn.reduce((all, each) => all + each, 0); sum < left; sum += 1) {
    const next = byName
      .filter((at) => (drawn[at] ?? 0) < (strata[at]?.count ?? 0))
      .reduce((best, at) => {
        const lead = remainder(targets, drawn, at) - remainder(targets, drawn, best);
        return lead > 1e-9 ? at : best;
      });
    drawn[next] = (drawn[next] ?? 0) + 1;
  }
  return drawn;
}

/** Proportional targets, raised to 1 where they are below and cut to the count where they are above. */
function targetsOf(strata: readonly Stratum[], size: number): readonly number[] {
  const targets = new Map<number, number>();
  const isBeyond = [
    (target: number) => target < 1,
    (target: number, count: number) => target > count,
  ];
  for (const isOut of isBeyond) {
    for (;;) {
      const proportional = freeTargets(strata, targets, size);
      const out = proportional.filter(({ target, count }) => isOut(target, count));
      if (out.length === 0) break;
      for (const { at, target, count } of out) targets.set(at, target < 1 ? 1 : count);
    }
  }
  for (const { at, target } of freeTargets(strata, targets, size)) targets.set(at, target);
  return strata.map((_, at) => targets.get(at) ?? 0);
}

/** What is left of the sample, divided in proportion among the strata without a target. */
function freeTargets(
  strata: readonly Stratum[],
  fixed: ReadonlyMap<number, number>,
  size: number,
): readonly { readonly at: number; readonly target: number; readonly count: number }[] {
  const free = strata.flatMap((stratum, at) => (fixed.has(at) ? [] : [{ ...stratum, at }]));
  const weights = free.reduce((sum, { count, weight }) => sum + count * weight, 0);
  const left = size - [...fixed.values()].reduce((sum, each) => sum + each, 0);
  return free.map(({ at, count, weight }) => ({
    ...{ at, count },
    target: (left * count * weight) / weights,
  }));
}

function remainder(targets: readonly number[], drawn: readonly number[], at: number): number {
  return (targets[at] ?? 0) - (drawn[at] ?? 0);
}

function byShare(a: Stratum, b: Stratum): number {
  return b.count * b.weight - a.count * a.weight || compareNames(a, b);
}

function compareNames(a: Stratum | undefined, b: Stratum | undefined): number {
  return (a?.name ?? "") < (b?.name ?? "") ? -1 : 1;
}
