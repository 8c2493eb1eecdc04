/**
 * The cases with the greatest values of a column, in the order given: `most` of them, and those that equal the last of
 * these. Without a value they count as the least. It leaves few to be sorted where there are many.
 * @param column by key @param most how many
 */
export function latestOf(keys: readonly number[], column: Float64Array, most: number): number[] {
  if (keys.length <= most) return [...keys];
  const valueOf = (key: number) => known(column[key]);
  const least = valueOfRank(keys, valueOf, most);
  return keys.filter((key) => valueOf(key) >= least);
}

/** The value of rank `rank` from above. Keys mostly come in the order of their values, so the last are looked at first. */
function valueOfRank(
  keys: readonly number[],
  valueOf: (key: number) => number,
  rank: number,
): number {
  const greatest = new Float64Array(2 * rank);
  let [count, least] = [0, -Infinity];
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    const value = valueOf(keys[at] ?? 0);
    if (value <= least) continue;
    greatest[count] = value;
    count += 1;
    if (count < greatest.length) continue;
    greatest.sort().copyWithin(0, rank);
    count = rank;
    least = greatest[0] ?? -Infinity;
  }
  return greatest.subarray(0, count).sort().at(-rank) ?? -Infinity;
}

function known(value: number | undefined): number {
  return value === undefined || Number.isNaN(value) ? -Infinity : value;
}
