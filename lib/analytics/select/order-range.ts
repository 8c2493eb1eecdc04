import { compareTies, type Ties } from "./tie-order";

const bucketsMax = 4096;
const sortedByHand = 48;

/** The lowest and the highest of some values. */
export type Extent = { readonly low: number; readonly high: number };

type Options = {
  /** Of the values, where it is known already. */
  readonly extent?: Extent;
  /** Order keys with equal values; those that are equal in these too stay in the given order. */
  readonly ties: Ties;
};

/**
 * A range of an order, from one position until before another, without sorting the rest: entries are put into buckets
 * by value, and only buckets that overlap the range are sorted.
 * @param values one for each key, all finite
 */
export function orderRange(
  keys: Uint32Array,
  values: Float64Array,
  from: number,
  to: number,
  { extent = extentOf(values), ties }: Options,
): Uint32Array {
  const end = Math.min(to, keys.length);
  if (from >= end) return new Uint32Array(0);
  if (keys.length <= sortedByHand) return insertionSort(keys, values, ties).subarray(from, end);
  const { low, high } = extent;
  if (low === high) {
    const [tieOf, ...rest] = ties;
    if (tieOf === undefined) return keys.slice(from, end);
    return orderRange(keys, valuesOf(keys, tieOf), from, end, { ties: rest });
  }
  const out = new Uint32Array(end - from);
  const dealt = deal(keys, values, low, high, from, end);
  let at = 0;
  for (let index = 0; index < dealt.starts.length; index += 1) {
    const start = dealt.starts[index] ?? 0;
    const next = dealt.starts[index + 1] ?? dealt.keys.length;
    const position = dealt.before + start;
    const range = orderRange(
      dealt.keys.subarray(start, next),
      dealt.values.subarray(start, next),
      Math.max(0, from - position),
      Math.max(0, end - position),
      { ties },
    );
    out.set(range, at);
    at += range.length;
  }
  return out;
}

/** The value of each key, in their order. */
export function valuesOf(keys: Uint32Array, valueOf: (key: number) => number): Float64Array {
  const values = new Float64Array(keys.length);
  for (let index = 0; index < keys.length; index += 1) values[index] = valueOf(keys[index] ?? 0);
  return values;
}

type Dealt = {
  /** Entries of the buckets that overlap the range, bucket by bucket, in the given order inside each. */
  readonly keys: Uint32Array;
  readonly values: Float64Array;
  /** The start of each of these buckets. */
  readonly starts: readonly number[];
  /** Entries in the buckets before them. */
  readonly before: number;
};

function deal(
  keys: Uint32Array,
  values: Float64Array,
  low: number,
  high: number,
  from: number,
  end: number,
): Dealt {
  const bucketCount = Math.min(bucketsMax, values.length);
  const scale = (bucketCount - 1) / (high - low);
  const sizes = new Uint32Array(bucketCount);
  for (let index = 0; index < values.length; index += 1) {
    const bucket = (((values[index] ?? 0) - low) * scale) | 0;
    sizes[bucket] = (sizes[bucket] ?? 0) + 1;
  }
  const { starts, first, last, before, total } = chooseBuckets(sizes, from, end);
  const places = Int32Array.from(starts);
  const dealt = { keys: new Uint32Array(total), values: new Float64Array(total) };
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    const bucket = ((value - low) * scale) | 0;
    if (bucket < first || bucket > last) continue;
    const place = places[bucket - first] ?? 0;
    places[bucket - first] = place + 1;
    dealt.keys[place] = keys[index] ?? 0;
    dealt.values[place] = value;
  }
  return { ...dealt, starts, before };
}

function chooseBuckets(sizes: Uint32Array, from: number, end: number) {
  const starts: number[] = [];
  let [first, last, before, total, position] = [0, -1, 0, 0, 0];
  for (let bucket = 0; bucket < sizes.length; bucket += 1) {
    const size = sizes[bucket] ?? 0;
    if (position + size > from && position < end) {
      if (last === -1) [first, before] = [bucket, position];
      starts.push(total);
      total += size;
      last = bucket;
    }
    position += size;
  }
  return { starts, first, last, before, total };
}

function extentOf(values: Float64Array): Extent {
  let low = Infinity;
  let high = -Infinity;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** Fast for a handful. */
function insertionSort(keys: Uint32Array, values: Float64Array, ties: Ties): Uint32Array {
  const sorted = keys.slice();
  const by = values.slice();
  for (let index = 1; index < sorted.length; index += 1) {
    const key = sorted[index] ?? 0;
    const value = by[index] ?? 0;
    let at = index;
    while (at > 0) {
      const other = by[at - 1] ?? 0;
      if (other < value) break;
      if (other === value && compareTies(ties, sorted[at - 1] ?? 0, key) <= 0) break;
      sorted[at] = sorted[at - 1] ?? 0;
      by[at] = other;
      at -= 1;
    }
    sorted[at] = key;
    by[at] = value;
  }
  return sorted;
}
