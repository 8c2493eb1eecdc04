/** Amounts that a figure may be computed from. */
export type Amounts = {
  /** Of the answer itself. */
  readonly own: readonly number[];
  /** Of each message before it. */
  readonly bySource: readonly (readonly number[])[];
};

/** Passengers, bags, nights, pieces. */
const timesMost = 12;
/** Amounts of one list that are summed, and how many of their sums are remembered. */
const summandsMost = 40;
const sumsMost = 50_000;
/** Amounts of a contact that are tried in pairs with each other, the newest first. */
const pairedMost = 60;

/**
 * Whether a figure is a sum, a difference, a multiple or a rounding of amounts: of two of the contact's, or of any of
 * the answer's own or of one tool result's.
 */
export function isDerivable(figure: number, { own, bySource }: Amounts): boolean {
  const others = own.filter((amount) => amount !== figure);
  const known = [...new Set([...others, ...bySource.toReversed().flat()])];
  return (
    known.some((amount) => isRounded(figure, amount) || isMultiple(figure, amount)) ||
    isOfPair(figure, [others, others], timesMost) ||
    isOfPair(figure, [others, known], 1) ||
    isOfPair(figure, [known.slice(0, pairedMost), known.slice(0, pairedMost)], 1) ||
    [others, ...bySource].some((amounts) => isSum(figure, amounts))
  );
}

const cents = (amount: number) => Math.round(amount * 100);

function isRounded(figure: number, amount: number): boolean {
  return cents(amount) === cents(figure) || Math.round(amount) === figure;
}

function isMultiple(figure: number, amount: number): boolean {
  const times = figure / amount;
  const whole = Math.round(times);
  return whole >= 2 && whole <= timesMost && cents(amount * whole) === cents(figure);
}

/** a + b or a − b, or a multiple of it: a fare difference for three passengers. */
function isOfPair(
  figure: number,
  [ones, others]: readonly [readonly number[], readonly number[]],
  most: number,
): boolean {
  const amounts = new Set(others.map(cents));
  for (let times = 1; times <= most; times += 1) {
    const part = cents(figure) / times;
    if (!Number.isInteger(part)) continue;
    for (const amount of ones.map(cents)) {
      if ([part - amount, part + amount, amount - part].some((rest) => amounts.has(rest))) {
        return true;
      }
    }
  }
  return false;
}

/** The sum of some of the amounts. */
function isSum(figure: number, amounts: readonly number[]): boolean {
  const whole = cents(figure);
  const sums = new Set([0]);
  for (const amount of amounts.slice(0, summandsMost).map(cents)) {
    for (const sum of [...sums]) {
      if (sum + amount <= whole && sums.size < sumsMost) sums.add(sum + amount);
    }
  }
  return sums.has(whole);
}
