/**
 * What a table has under a key that comes from elsewhere.
 * @returns undefined also for what every object has, such as "constructor"
 */
export function ownEntry<Value>(
  table: Readonly<Partial<Record<string, Value>>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
