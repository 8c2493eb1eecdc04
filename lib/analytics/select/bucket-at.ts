/**
 * The bucket of an instant.
 * @param starts the start of each, then the end of the last; about equally long, not exactly: clocks change
 * @returns its index; -1 where the instant is before the first, after the last or NaN
 */
export function bucketAt(starts: Float64Array, atUs: number): number {
  const count = starts.length - 1;
  const fromUs = starts[0] ?? NaN;
  const untilUs = starts[count] ?? NaN;
  if (!(atUs >= fromUs && atUs < untilUs)) return -1;
  let bucket = Math.min(count - 1, (((atUs - fromUs) * count) / (untilUs - fromUs)) | 0);
  while (atUs < (starts[bucket] ?? fromUs)) bucket -= 1;
  while (atUs >= (starts[bucket + 1] ?? untilUs)) bucket += 1;
  return bucket;
}
