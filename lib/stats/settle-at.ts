/** Fewer values are ordered outright. */
const orderedOutright = 600;
/** One in so many values, spread over all, tells between which two of them a position lies. */
const sampledEvery = 128;
const [sampleLeast, sampleMost] = [256, 2048];
/** How far a position may lie from where the sample has it, in standard errors of the sample. */
const slack = 3;

/**
 * Writes at each of some positions the value that ascending order would have there, without ordering the
 * rest: a sample tells between which two values it probably lies, and one pass finds what does (after Floyd
 * and Rivest 1975, Communications of the ACM 18: 165–172). What stands at the other positions afterwards is
 * of no use.
 * @param values are moved about; NaN comes last
 * @param positions from 0; those beyond the end are left out
 */
export function settleAt(values: Float64Array, positions: readonly number[]): void {
  const known = values.subarray(0, moveUnknownLast(values));
  const wanted = [...new Set(positions)].filter((each) => each >= 0 && each < known.length);
  wanted.sort((one, other) => one - other);
  const found = valuesAt(known, wanted);
  wanted.forEach((position, at) => {
    values[position] = found[at] ?? NaN;
  });
}

/** @returns how many values are known */
function moveUnknownLast(values: Float64Array): number {
  let known = 0;
  for (let at = 0; at < values.length; at += 1) known += Number(!Number.isNaN(values[at] ?? NaN));
  if (known === values.length) return known;
  let count = 0;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    values[count] = value;
    count += Number(!Number.isNaN(value));
  }
  values.fill(NaN, count);
  return known;
}

/** @param values none is NaN; @param positions ascending; @returns one value a position */
function valuesAt(values: Float64Array, positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return [];
  if (values.length <= orderedOutright) return orderedAt(values, positions);
  return bracketsOf(values, positions).flatMap((bracket) => valuesWithin(values, bracket));
}

function orderedAt(values: Float64Array, positions: readonly number[]): readonly number[] {
  values.sort();
  return positions.map((position) => values[position] ?? NaN);
}

/** Two values between which those at some positions probably lie. */
type Bracket = { readonly low: number; readonly high: number; readonly positions: number[] };

/** Brackets that have nothing in common, ascending. */
function bracketsOf(values: Float64Array, positions: readonly number[]): readonly Bracket[] {
  const sample = sampleOf(values);
  const size = sample.length;
  const brackets: Bracket[] = [];
  for (const position of positions) {
    const share = position / values.length;
    const reach = 1 + slack * Math.sqrt(size * share * (1 - share));
    const low = sample[Math.floor(share * size - reach)] ?? -Infinity;
    const high = sample[Math.ceil(share * size + reach)] ?? Infinity;
    const last = brackets.at(-1);
    if (last === undefined || low > last.high) brackets.push({ low, high, positions: [position] });
    else brackets.splice(-1, 1, { low: last.low, high, positions: [...last.positions, position] });
  }
  return brackets;
}

/** Some of the values, ascending. */
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

/** The values at the positions of a bracket. */
function valuesWithin(values: Float64Array, { low, high, positions }: Bracket): readonly number[] {
  const { from, end } = moveInsideFirst(values, low, high);
  const inside = values.subarray(0, end - from);
  const shifted = positions.filter((each) => each >= from && each < end).map((each) => each - from);
  const found =
    inside.length > values.length / 2 ? orderedAt(inside, shifted) : valuesAt(inside, shifted);
  const [first = from, last = from] = [positions[0], positions.at(-1)];
  // What lies at a bracket's end has its value; beyond it the sample was wrong.
  const isBelow = first < from && first < rankOf(values, low).below;
  const isAbove = last >= end && last >= rankOf(values, high).upTo;
  if (isBelow || isAbove) return orderedAt(values, positions);
  return [
    ...positions.filter((each) => each < from).map(() => low),
    ...found,
    ...positions.filter((each) => each >= end).map(() => high),
  ];
}

/** Moves the values between two others to the front. @returns which positions they have */
function moveInsideFirst(values: Float64Array, low: number, high: number) {
  let [above, count] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    // Moved always and kept where it counts, without a condition.
    values[at] = values[count] ?? NaN;
    values[count] = value;
    const isAbove = Number(value > low);
    above += isAbove;
    count += isAbove & Number(value < high);
  }
  return { from: values.length - above, end: values.length - above + count };
}

/** How many values are below one, and how many are not above it. */
function rankOf(values: Float64Array, value: number) {
  let [below, upTo] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const each = values[at] ?? NaN;
    below += Number(each < value);
    upTo += Number(each <= value);
  }
  return { below, upTo };
}
