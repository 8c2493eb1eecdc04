/** Counts and sums of cases by kind, region and arm, in one array. */
export type ArmSums = {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly regions: number;
};

/** The index of a kind of case in a region within an arm. */
export function cellIndex(kind: number, region: number, arm: number, regions: number): number {
  return (kind * regions + region) * 2 + arm;
}

/**
 * Sums cases by place.
 * @param places one entry per case, see `placeOf`
 * @param values the measure of each; NaN where it is not counted
 * @param size the numbers of kinds and regions
 */
export function sumArms(
  places: Uint32Array,
  values: Float64Array,
  size: { readonly kinds: number; readonly regions: number },
): ArmSums {
  const all = size.kinds * size.regions * 2;
  const [counts, sums] = [new Float64Array(all), new Float64Array(all)];
  for (let at = 0; at < places.length; at += 1) {
    const value = values[at] ?? NaN;
    if (Number.isNaN(value)) continue;
    const place = places[at] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
    sums[place] = (sums[place] ?? 0) + value;
  }
  return { counts, sums, regions: size.regions };
}
