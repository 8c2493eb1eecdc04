/** Fewer values are sorted directly. */
const orderedOutright = 600;
const sampledEvery = 128;
const [sampleLeast, sampleMost] = [256, 2048];
/** Margin around a sampled position, in standard errors. */
const slack = 3;

/**
 * Order statistics without sorting: a sample brackets each position, and one pass collects the values in the brackets
 * (after Floyd and Rivest 1975, Communications of the ACM 18: 165–172).
 * @param values NaN comes last
 * @param positions from 0
 * @returns one value per position; undefined out of range
 */
export function orderStatistics(
  values: Float64Array,
  positions: readonly number[],
): readonly (number | undefined)[] {
  const known = knownOf(values);
  const wanted = [...new Set(positions)].filter((each) => each >= 0 && each < known.length);
  wanted.sort((one, other) => one - other);
  const found = new Map(valuesAt(known, wanted).map((value, at) => [wanted[at], value]));
  return positions.map((each) =>
    each >= known.length && each < values.length ? NaN : found.get(each),
  );
}

/** A copy without NaN; the same array if there is none. */
function knownOf(values: Float64Array): Float64Array {
  let known = 0;
  for (let at = 0; at < values.length; at += 1) known += Number(!Number.isNaN(values[at] ?? NaN));
  return known === values.length ? values : values.filter((each) => !Number.isNaN(each));
}

/**
 * @param values none is NaN;
 * @param positions ascending;
 * @returns one value per position
 */
function valuesAt(values: Float64Array, positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return [];
  if (values.length <= orderedOutright) return orderedAt(values, positions);
  const brackets = bracketsOf(values, positions);
  const found: number[] = [];
  for (let at = 0; at < brackets.length; at += 2) {
    const [one = none, other = none] = [brackets[at], brackets[at + 1]];
    const inside = insideOf(values, one, other);
    found.push(
      ...valuesWithin(values, one, inside.one),
      ...valuesWithin(values, other, inside.other),
    );
  }
  return found;
}

function orderedAt(values: Float64Array, positions: readonly number[]): readonly number[] {
  const sorted = values.slice().sort();
  return positions.map((position) => sorted[position] ?? NaN);
}

/** Two values that probably bracket those at some positions. */
type Bracket = {
  readonly low: number;
  readonly high: number;
  readonly positions: readonly number[];
  /** Upper bound of the expected number of values inside. */
  readonly capacity: number;
};

const none: Bracket = { low: Infinity, high: Infinity, positions: [], capacity: 0 };

/** Disjoint brackets, ascending. */
function bracketsOf(values: Float64Array, positions: readonly number[]): readonly Bracket[] {
  const sample = sampleOf(values);
  const size = sample.length;
  const brackets: Bracket[] = [];
  let start = 0;
  for (const position of positions) {
    const share = position / values.length;
    const reach = 1 + slack * Math.sqrt(size * share * (1 - share));
    const [from, until] = [Math.floor(share * size - reach), Math.ceil(share * size + reach)];
    const own = { low: sample[from] ?? -Infinity, high: sample[until] ?? Infinity };
    const last = brackets.at(-1);
    const isApart = last === undefined || own.low > last.high;
    if (isApart) start = from;
    const capacity = Math.ceil((2 * values.length * (until - start)) / size);
    if (isApart) brackets.push({ ...own, positions: [position], capacity });
    else {
      const merged = { low: last.low, high: own.high, positions: [...last.positions, position] };
      brackets.splice(-1, 1, { ...merged, capacity });
    }
  }
  return brackets;
}

function sampleOf(values: Float64Array): Float64Array {
  const size = Math.min(
    sampleMost,
    Math.max(sampleLeast, Math.floor(values.length / sampledEvery)),
  );
  const sample = new Float64Array(size);
  const step = values.length / sample.length;
  for (let at = 0; at < sample.length; at += 1) sample[at] = values[Math.floor(at * step)] ?? NaN;
  return sample.sort();
}

/** The values inside a bracket, up to its capacity, and the position of the first. */
type Inside = { readonly values: Float64Array; readonly from: number };

/** The values at the positions of a bracket. */
function valuesWithin(
  values: Float64Array,
  { low, high, positions, capacity }: Bracket,
  { values: inside, from }: Inside,
): readonly number[] {
  if (positions.length === 0) return [];
  if (inside.length === capacity) return orderedAt(values, positions);
  const end = from + inside.length;
  const shifted = positions.filter((each) => each >= from && each < end).map((each) => each - from);
  const found =
    inside.length > values.length / 2 ? orderedAt(inside, shifted) : valuesAt(inside, shifted);
  const [first = from, last = from] = [positions[0], positions.at(-1)];
  // A position at a bracket's end has the end's value; outside it the sample was misleading.
  const isBelow = first < from && first < rankOf(values, low).below;
  const isAbove = last >= end && last >= rankOf(values, high).upTo;
  if (isBelow || isAbove) return orderedAt(values, positions);
  return [
    ...positions.filter((each) => each < from).map(() => low),
    ...found,
    ...positions.filter((each) => each >= end).map(() => high),
  ];
}

/** Collects the values inside two brackets in one pass: reading the values dominates the cost. */
function insideOf(values: Float64Array, one: Bracket, other: Bracket) {
  const [first, second] = [
    new Float64Array(one.capacity + 1),
    new Float64Array(other.capacity + 1),
  ];
  const { low: firstLow, high: firstHigh, capacity: firstCapacity } = one;
  const { low: secondLow, high: secondHigh, capacity: secondCapacity } = other;
  let [firstAbove, firstCount, secondAbove, secondCount] = [0, 0, 0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    // Branch-free: always written, kept by advancing the index.
    first[firstCount] = value;
    second[secondCount] = value;
    const isAboveFirst = Number(value > firstLow);
    const isAboveSecond = Number(value > secondLow);
    firstAbove += isAboveFirst;
    secondAbove += isAboveSecond;
    firstCount += isAboveFirst & Number(value < firstHigh) & Number(firstCount < firstCapacity);
    secondCount +=
      isAboveSecond & Number(value < secondHigh) & Number(secondCount < secondCapacity);
  }
  return {
    one: { values: first.subarray(0, firstCount), from: values.length - firstAbove },
    other: { values: second.subarray(0, secondCount), from: values.length - secondAbove },
  };
}

function rankOf(values: Float64Array, value: number) {
  let [below, upTo] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const each = values[at] ?? NaN;
    below += Number(each < value);
    upTo += Number(each <= value);
  }
  return { below, upTo };
}
