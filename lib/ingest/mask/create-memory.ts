/** A bounded cache by text that is cleared when full. */
export type Memory<Value> = {
  get(key: string): Value | undefined;
  /** @returns the value */
  set(key: string, value: Value): Value;
};

/**
 * Creates a cache.
 * @param entriesMax maximum number of keys
 * @param charsMax maximum total length of keys
 */
export function createMemory<Value>(entriesMax: number, charsMax: number): Memory<Value> {
  const entries = new Map<string, Value>();
  let chars = 0;
  return {
    get: (key) => entries.get(key),
    set(key, value) {
      chars += key.length;
      if (entries.size >= entriesMax || chars > charsMax) {
        entries.clear();
        chars = key.length;
      }
      entries.set(key, value);
      return value;
    },
  };
}
