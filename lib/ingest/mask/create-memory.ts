/** A map by text that forgets everything when it has grown too large. */
export type Memory<Value> = {
  get(key: string): Value | undefined;
  /** @returns the value */
  set(key: string, value: Value): Value;
};

/**
 * Makes a bounded memory: what repeats stays cheap, what never ends does not fill the process.
 * @param entriesMax how many keys it holds at most
 * @param charsMax how many characters of keys it holds at most
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
