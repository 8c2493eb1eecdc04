/** Gives equal strings as one object. */
export type StringPool = <Text extends string | null>(text: Text) => Text;

/** Creates a pool for strings of rows: SQLite's binding makes a new one for each column of each row. */
export function createStringPool(): StringPool {
  const pool = new Map<string | null, string | null>();
  return <Text extends string | null>(text: Text): Text => {
    const known = pool.get(text);
    if (known !== undefined) return known as Text;
    pool.set(text, text);
    return text;
  };
}
