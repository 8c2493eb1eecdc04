const bucketsMax = 2048;
/** Fewer values are ordered outright. */
const orderedOutright = 256;

/**
 * Writes at each of some positions the value that ascending order would have there, without ordering the
 * rest: values are dealt into buckets by size, and only buckets that hold a position are dealt again. What
 * stands at the other positions afterwards is of no use.
 * @param values are moved about; NaN comes last
 * @param positions from 0; those beyond the end are left out
 */
export function settleAt(values: Float64Array, positions: readonly number[]): void {
  const known = values.subarray(0, moveUnknownLast(values));
  const wanted = [...new Set(positions)].filter((each) => each >= 0 && each < known.length);
  const found = valuesAt(known, wanted);
  for (const [position, value] of found) values[position] = value;
}

/** @returns how many values are known */
function moveUnknownLast(values: Float64Array): number {
  let count = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    values[count] = value;
    count += Number(value === value);
  }
  values.fill(NaN, count);
  return count;
}

/** By position. @param values none is NaN */
function valuesAt(values: Float64Array, positions: readonly number[]): ReadonlyMap<number, number> {
  if (positions.length === 0) return new Map();
  const { low, high } = extentOf(values);
  const scale = (bucketsMax - 1) / (high - low);
  // All the same, or further apart than buckets can tell, as with infinity.
  if (values.length <= orderedOutright || !Number.isFinite(scale) || scale === 0) {
    const sorted = values.slice().sort();
    return new Map(positions.map((position) => [position, sorted[position] ?? NaN]));
  }
  const found = new Map<number, number>();
  for (const bucket of deal(values, low, scale, positions)) {
    const inside = valuesAt(
      bucket.values,
      bucket.positions.map((position) => position - bucket.before),
    );
    for (const [position, value] of inside) found.set(bucket.before + position, value);
  }
  return found;
}

function extentOf(values: Float64Array): { readonly low: number; readonly high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

type Bucket = {
  /** How many values stand in the buckets before it. */
  readonly before: number;
  readonly values: Float64Array;
  /** Those that fall into it. */
  readonly positions: readonly number[];
};

/** The buckets that any of the positions falls into, with their values. */
function deal(
  values: Float64Array,
  low: number,
  scale: number,
  positions: readonly number[],
): readonly Bucket[] {
  const sizes = new Uint32Array(bucketsMax);
  for (let at = 0; at < values.length; at += 1) {
    const bucket = (((values[at] ?? 0) - low) * scale) | 0;
    sizes[bucket] = (sizes[bucket] ?? 0) + 1;
  }
  const buckets: Bucket[] = [];
  /** By bucket, one more than its place among those that are wanted. */
  const wanted = new Uint16Array(bucketsMax);
  let before = 0;
  sizes.forEach((size, bucket) => {
    const own = positions.filter((each) => each >= before && each < before + size);
    if (own.length > 0) {
      wanted[bucket] = buckets.push({ before, values: new Float64Array(size), positions: own });
    }
    before += size;
  });
  const filled = new Uint32Array(buckets.length);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const place = wanted[((value - low) * scale) | 0] ?? 0;
    if (place === 0) continue;
    const bucket = buckets[place - 1];
    const next = filled[place - 1] ?? 0;
    if (bucket !== undefined) bucket.values[next] = value;
    filled[place - 1] = next + 1;
  }
  return buckets;
}
