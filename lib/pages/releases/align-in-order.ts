/** Two items that belong together, or one that has no counterpart. */
export type Pair<Item> =
  | { readonly candidate: Item; readonly baseline: Item }
  | { readonly candidate: Item; readonly baseline: null }
  | { readonly candidate: null; readonly baseline: Item };

/**
 * Pairs the items of two sequences without changing their order, so that the scores of the pairs add up to the most
 * (Needleman–Wunsch without a price for gaps). Takes as many steps as there are pairs of items.
 * @param scoreOf how well two items fit; 0: they are never paired
 */
export function alignInOrder<Item>(
  candidate: readonly Item[],
  baseline: readonly Item[],
  scoreOf: (candidate: Item, baseline: Item) => number,
): readonly Pair<Item>[] {
  const width = baseline.length + 1;
  /** The best sum from these two places on. */
  const best = new Float64Array((candidate.length + 1) * width);
  const bestAt = (i: number, j: number) => best[i * width + j] ?? 0;
  const pairedAt = (i: number, j: number): number => {
    const [own, other] = [candidate[i], baseline[j]];
    if (own === undefined || other === undefined) return -1;
    const score = scoreOf(own, other);
    return score > 0 ? score + bestAt(i + 1, j + 1) : -1;
  };
  for (let i = candidate.length - 1; i >= 0; i -= 1) {
    for (let j = baseline.length - 1; j >= 0; j -= 1) {
      best[i * width + j] = Math.max(bestAt(i + 1, j), bestAt(i, j + 1), pairedAt(i, j));
    }
  }
  const pairs: Pair<Item>[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [own, other] = [candidate[i], baseline[j]];
    if (own === undefined && other === undefined) return pairs;
    if (own !== undefined && other !== undefined && pairedAt(i, j) >= bestAt(i, j)) {
      pairs.push({ candidate: own, baseline: other });
      i += 1;
      j += 1;
    } else if (own !== undefined && (other === undefined || bestAt(i + 1, j) >= bestAt(i, j))) {
      pairs.push({ candidate: own, baseline: null });
      i += 1;
    } else if (other !== undefined) {
      pairs.push({ candidate: null, baseline: other });
      j += 1;
    }
  }
}
