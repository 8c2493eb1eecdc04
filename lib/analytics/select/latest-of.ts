/**
 * The cases with the greatest values of a column, in the order given: `most` of them, and those that equal the last of
 * these. Without a value they count as the least. It leaves few to be sorted where there are many.
 * @param column by key @param most how many
 */
export function latestOf(keys: readonly number[], column: Float64Array, most: number): number[] {
  if (keys.length <= most) return [...keys];
  const valueOf = (key: number) => known(column[key]);
  const values = Float64Array.from(keys, valueOf).sort();
  const least = values[values.length - most] ?? Infinity;
  return keys.filter((key) => valueOf(key) >= least);
}

function known(value: number | undefined): number {
  return value === undefined || Number.isNaN(value) ? -Infinity : value;
}
