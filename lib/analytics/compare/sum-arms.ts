/** How many cases each kind has in each region and arm, and what these come to, by place. */
export type ArmSums = {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  /** How many regions there are. */
  readonly regions: number;
};

/** Where a kind of case in a region stands in an arm. */
export function cellIndex(kind: number, region: number, arm: number, regions: number): number {
  return (kind * regions + region) * 2 + arm;
}

/**
 * Adds cases up by place.
 * @param places one entry a case, see `placeOf`
 * @param values what is measured of each; NaN where it is not counted
 * @param size how many kinds and regions there are
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
