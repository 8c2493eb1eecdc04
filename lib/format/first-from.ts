/**
 * Finds in logarithmic time where something begins to hold.
 * @param items those of which it holds stand after all others
 * @returns the position of the first of which it holds; their number where it holds of none
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
