/**
 * Draws positions of a list at random, each at most once: the first steps of a Fisher-Yates shuffle.
 * @param of the list's length
 * @param below a source of random integers from 0 up to its argument
 */
export function drawPositions(
  of: number,
  count: number,
  below: (limit: number) => number,
): Uint32Array {
  const shuffled = Uint32Array.from({ length: of }, (_, at) => at);
  const most = Math.min(count, of);
  for (let at = 0; at < most; at += 1) {
    const other = at + below(of - at);
    [shuffled[at], shuffled[other]] = [shuffled[other] ?? 0, shuffled[at] ?? 0];
  }
  return shuffled.slice(0, most);
}
