const stringOrLongInteger = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![\w.+-])-?\d{16,}(?![\w.])/g;

/** Quotes integers beyond 2^53 in JSON, such as ids in metadata: as numbers, two ids could become one. */
export function withExactIntegers(json: string): string {
  return json.replace(stringOrLongInteger, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`,
  );
}
