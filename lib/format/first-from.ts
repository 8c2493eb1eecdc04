/**
 * Binary search for the first item that satisfies a predicate.
 * @param items sorted: all that satisfy it come after all others
 * @returns the index of the first; `items.length` where there is none
 */
export function firstFrom<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let from = 0;
  let to = items.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = items[middle];
    if (item === undefined || holds(item)) to = middle;
    else from = middle + 1;
  }
  return from;
}
