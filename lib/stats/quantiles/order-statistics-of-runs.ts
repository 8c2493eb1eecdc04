/** Up to this many values are sorted directly. */
const orderedOutright = 512;
/** Sample size that brackets the positions. */
const sampled = 512;
/** Margin around a sampled position, in standard errors of the rounding per run. */
const slack = 4;

/** Ranges of sorted runs. */
type Slices = {
  readonly runs: readonly Float64Array[];
  readonly from: Int32Array;
  readonly end: Int32Array;
  readonly count: number;
};

/**
 * Order statistics of several sorted runs together without merging: a sample brackets each position, and binary
 * search cuts the runs at the brackets (after Frederickson and Johnson 1982, Journal of Computer and System Sciences
 * 24: 197–208).
 * @param runs each ascending, NaN last
 * @param positions from 0
 * @returns one value per position; NaN at positions of NaN, undefined out of range
 */
export function orderStatisticsOfRuns(
  runs: readonly Float64Array[],
  positions: readonly number[],
): readonly (number | undefined)[] {
  const all = runs.reduce((sum, { length }) => sum + length, 0);
  const end = Int32Array.from(runs, knownIn);
  const count = end.reduce((sum, each) => sum + each, 0);
  const wanted = [...new Set(positions)].filter((each) => each >= 0 && each < count);
  wanted.sort((one, other) => one - other);
  const found = new Map<number, number>();
  const slices = { runs, from: new Int32Array(runs.length), end, count };
  descend(slices, wanted, (position, value) => found.set(position, value));
  return positions.map((each) => (each >= count && each < all ? NaN : found.get(each)));
}

/** Number of values of a run that are not NaN. */
function knownIn(run: Float64Array): number {
  let known = run.length;
  if (Number.isNaN(run[known - 1] ?? 0)) known = run.findIndex((each) => Number.isNaN(each));
  return known;
}

type OnValue = (position: number, value: number) => void;

/**
 * Finds the values at positions within the ranges.
 * @param positions ascending and in range
 */
function descend(slices: Slices, positions: readonly number[], onValue: OnValue): void {
  if (positions.length === 0) return;
  if (slices.count <= orderedOutright) {
    const values = gather(slices).sort();
    for (const position of positions) onValue(position, values[position] ?? NaN);
    return;
  }
  for (const { low, high, positions: own } of bracketsOf(slices, positions)) {
    const upTo = cut(slices, low, true);
    const below = own.filter((each) => each < upTo.before);
    if (below.length > 0) findUpTo(slices, low, below, onValue);
    const until = cut(slices, high, false);
    const beyond = own.filter((each) => each >= until.before);
    if (beyond.length > 0) findFrom(slices, high, beyond, onValue);
    const between = { ...slices, from: upTo.places, end: until.places };
    const inside = own.filter((each) => each >= upTo.before && each < until.before);
    descend(
      { ...between, count: until.before - upTo.before },
      inside.map((each) => each - upTo.before),
      (position, value) => onValue(position + upTo.before, value),
    );
  }
}

/** For positions whose value is at most `value`. */
function findUpTo(
  slices: Slices,
  value: number,
  positions: readonly number[],
  onValue: OnValue,
): void {
  const { places, before } = cut(slices, value, false);
  for (const position of positions) if (position >= before) onValue(position, value);
  const left = positions.filter((position) => position < before);
  descend({ ...slices, end: places, count: before }, left, onValue);
}

/** For positions whose value is at least `value`. */
function findFrom(
  slices: Slices,
  value: number,
  positions: readonly number[],
  onValue: OnValue,
): void {
  const { places, before } = cut(slices, value, true);
  for (const position of positions) if (position < before) onValue(position, value);
  const left = positions.filter((position) => position >= before);
  descend(
    { ...slices, from: places, count: slices.count - before },
    left.map((position) => position - before),
    (position, found) => onValue(position + before, found),
  );
}

/** Two values that probably bracket those at some positions. */
type Bracket = {
  readonly low: number;
  readonly high: number;
  readonly positions: readonly number[];
};

/** Brackets by position, ascending; each excludes something. */
function bracketsOf(slices: Slices, positions: readonly number[]): readonly Bracket[] {
  const { sample, step } = sampleOf(slices);
  const reach = Math.min(
    1 + Math.ceil(slack * Math.sqrt(slices.runs.length / 12)),
    Math.floor(sample.length / 4),
  );
  const brackets: Bracket[] = [];
  for (const position of positions) {
    const at = position / step;
    const low = sample[Math.floor(at) - reach] ?? -Infinity;
    const high = sample[Math.ceil(at) + reach] ?? Infinity;
    const last = brackets.at(-1);
    const isApart = last === undefined || low > last.high;
    // A bracket from end to end would exclude nothing.
    if (isApart || (last.low === -Infinity && high === Infinity)) {
      brackets.push({ low, high, positions: [position] });
    } else {
      const merged = { low: last.low, high, positions: [...last.positions, position] };
      brackets.splice(-1, 1, merged);
    }
  }
  return brackets;
}

/** Every `step`th value of the runs, sorted. */
function sampleOf({ runs, from, end, count }: Slices) {
  const step = count / sampled;
  const sample = new Float64Array(sampled);
  let [taken, passed] = [0, 0];
  for (let run = 0; run < runs.length; run += 1) {
    const values = runs[run] ?? new Float64Array(0);
    const [start = 0, stop = 0] = [from[run], end[run]];
    const reached = passed + stop - start;
    for (; taken < sampled; taken += 1) {
      const place = Math.floor((taken + 0.5) * step);
      if (place >= reached) break;
      sample[taken] = values[start + place - passed] ?? NaN;
    }
    passed = reached;
  }
  return { sample: sample.sort(), step };
}

function gather({ runs, from, end, count }: Slices): Float64Array {
  const values = new Float64Array(count);
  let at = 0;
  runs.forEach((run, index) => {
    const slice = run.subarray(from[index], end[index]);
    values.set(slice, at);
    at += slice.length;
  });
  return values;
}

/** Per run the first index whose value is ≥ `value` (with `isAfter`: > `value`); and the total number before. */
function cut({ runs, from, end }: Slices, value: number, isAfter: boolean) {
  const places = new Int32Array(runs.length);
  let before = 0;
  for (let run = 0; run < runs.length; run += 1) {
    const values = runs[run] ?? new Float64Array(0);
    const start = from[run] ?? 0;
    let [low, high] = [start, end[run] ?? 0];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const each = values[middle] ?? NaN;
      if (each < value || (isAfter && each === value)) low = middle + 1;
      else high = middle;
    }
    places[run] = low;
    before += low - start;
  }
  return { places, before };
}
