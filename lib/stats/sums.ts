/** Sufficient statistics of a mean and its error: count, sum, sum of squares. */
export type Sums = { readonly count: number; readonly sum: number; readonly squares: number };

/** Computes the sums of values. */
export function sumsOf(values: readonly number[] | Float64Array): Sums {
  let [sum, squares] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    sum += value;
    squares += value * value;
  }
  return { count: values.length, sum, squares };
}

/** Of a proportion: each hit is 1, all others 0. */
export function hitSums(hits: number, of: number): Sums {
  return { count: of, sum: hits, squares: hits };
}

/** Merges sums. */
export function addSums(all: readonly Sums[]): Sums {
  return all.reduce(
    (one, other) => ({
      count: one.count + other.count,
      sum: one.sum + other.sum,
      squares: one.squares + other.squares,
    }),
    { count: 0, sum: 0, squares: 0 },
  );
}

/** The mean; NaN for none. */
export function meanOf({ count, sum }: Pick<Sums, "count" | "sum">): number {
  return sum / count;
}

/** The unbiased variance; 0 for fewer than two. */
export function varianceOf({ count, sum, squares }: Sums): number {
  return count < 2 ? 0 : Math.max(0, (squares - (sum * sum) / count) / (count - 1));
}
