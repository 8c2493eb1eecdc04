/**
 * Quickselect (Hoare 1961, "Find"): the value at a position of the ascending order.
 * @param values are reordered; none is NaN
 * @param position from 0
 * @returns NaN if out of range
 */
export function nthValue(values: Float32Array, position: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = values[(low + high) >> 1] ?? 0;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((values[left] ?? 0) < middle) left += 1;
      while ((values[right] ?? 0) > middle) right -= 1;
      if (left > right) break;
      const moved = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = moved;
      left += 1;
      right -= 1;
    }
    if (position <= right) high = right;
    else if (position >= left) low = left;
    else break;
  }
  return values[position] ?? NaN;
}

/** The median; reorders the values. NaN for none. */
export function medianOf(values: Float32Array): number {
  const upper = nthValue(values, values.length >> 1);
  return values.length % 2 === 1 ? upper : (nthValue(values, (values.length >> 1) - 1) + upper) / 2;
}
