/** Distinct non-null values in order of first occurrence. */
export function distinct<T>(values: readonly (T | null)[]): readonly T[] {
  const seen = new Set<T>();
  for (const value of values) if (value !== null) seen.add(value);
  return [...seen];
}
