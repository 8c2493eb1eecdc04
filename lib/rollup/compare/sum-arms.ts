import type { ArrangedCases } from "./arrange-cases";

/** How many cases of each arm, and what these come to. */
export type ArmSums = {
  /** A group of customers has the cells from `starts[group]` until before `starts[group + 1]`. */
  readonly starts: Uint32Array;
  /** Of each cell: its kind of case, region and arm, see `placeOf`. */
  readonly places: Uint32Array;
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  /** Of all groups, by place. */
  readonly totals: { readonly counts: Float64Array; readonly sums: Float64Array };
  /** How many regions there are. */
  readonly regions: number;
};

/** Where a kind of case in a region stands in an arm. */
export function placeOf(kind: number, region: number, arm: number, regions: number): number {
  return (kind * regions + region) * 2 + arm;
}

/**
 * Adds cases up once, by group of customers, kind of case, region and arm. Whatever is drawn later draws
 * these sums and no cases.
 * @param valueOf what is measured of a case, by its key; NaN where it is not counted
 * @param size how many kinds and regions there are
 */
export function sumArms(
  { starts, keys, arms, kinds, regions }: ArrangedCases,
  valueOf: (key: number) => number,
  size: { readonly kinds: number; readonly regions: number },
): ArmSums {
  const places = size.kinds * size.regions * 2;
  const totals = { counts: new Float64Array(places), sums: new Float64Array(places) };
  const own = { counts: new Float64Array(places), sums: new Float64Array(places) };
  const cells = cellsOf(keys.length);
  const groups = starts.length - 1;
  const cellStarts = new Uint32Array(groups + 1);
  for (let group = 0; group < groups; group += 1) {
    const from = cells.count;
    const end = starts[group + 1] ?? 0;
    for (let at = starts[group] ?? 0; at < end; at += 1) {
      const value = valueOf(keys[at] ?? 0);
      if (Number.isNaN(value)) continue;
      const place = placeOf(kinds[at] ?? 0, regions[at] ?? 0, arms[at] ?? 0, size.regions);
      if (own.counts[place] === 0) cells.places[cells.count++] = place;
      own.counts[place] = (own.counts[place] ?? 0) + 1;
      own.sums[place] = (own.sums[place] ?? 0) + value;
    }
    for (let cell = from; cell < cells.count; cell += 1) {
      const place = cells.places[cell] ?? 0;
      const [count = 0, sum = 0] = [own.counts[place], own.sums[place]];
      cells.counts[cell] = count;
      cells.sums[cell] = sum;
      totals.counts[place] = (totals.counts[place] ?? 0) + count;
      totals.sums[place] = (totals.sums[place] ?? 0) + sum;
      own.counts[place] = 0;
      own.sums[place] = 0;
    }
    cellStarts[group + 1] = cells.count;
  }
  return {
    ...{ starts: cellStarts, totals, regions: size.regions },
    places: cells.places.subarray(0, cells.count),
    counts: cells.counts.subarray(0, cells.count),
    sums: cells.sums.subarray(0, cells.count),
  };
}

function cellsOf(most: number) {
  return {
    count: 0,
    places: new Uint32Array(most),
    counts: new Float64Array(most),
    sums: new Float64Array(most),
  };
}
