import { bucketAt } from "../select/bucket-at";
import type { CaseTable } from "../case-table/case-table";

/**
 * Groups cases by opening time; those outside all buckets are left out.
 * @param keys of the cases
 * @param startsUs the start of each bucket, then the end of the last; about equally long
 * @returns the keys of each bucket, in the given order
 */
export function openedBetween(
  { columns: { openedUs } }: CaseTable,
  keys: Uint32Array,
  startsUs: readonly number[],
): readonly Uint32Array[] {
  const starts = Float64Array.from(startsUs);
  const stretches = Math.max(0, starts.length - 1);
  // Those outside all buckets are put after the last.
  const stretchOf = new Uint16Array(keys.length);
  const ends = new Uint32Array(stretches + 2);
  for (let index = 0; index < keys.length; index += 1) {
    const at = bucketAt(starts, openedUs[keys[index] ?? 0] ?? NaN);
    const stretch = at < 0 ? stretches : at;
    stretchOf[index] = stretch;
    ends[stretch + 1] = (ends[stretch + 1] ?? 0) + 1;
  }
  for (let at = 1; at < ends.length; at += 1) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0);
  const next = ends.slice();
  const dealt = new Uint32Array(keys.length);
  for (let index = 0; index < keys.length; index += 1) {
    const stretch = stretchOf[index] ?? 0;
    const at = next[stretch] ?? 0;
    dealt[at] = keys[index] ?? 0;
    next[stretch] = at + 1;
  }
  return Array.from({ length: stretches }, (_, at) => dealt.subarray(ends[at], ends[at + 1]));
}
