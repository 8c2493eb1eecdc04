/** Formats a number for a field; null: empty. */
export function numberDraft(value: number | null): string {
  return value === null ? "" : String(value);
}

/** Parses a number field; accepts a decimal comma. @returns null: empty; NaN: invalid */
export function readNumberDraft(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return plain === "" ? null : Number(plain);
}

/** Parses a required number field; empty is NaN too. */
export function requireNumberDraft(text: string): number {
  return readNumberDraft(text) ?? Number.NaN;
}
