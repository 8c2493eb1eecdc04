/** A number as it stands in a field; null is an empty one. */
export function numberDraft(value: number | null): string {
  return value === null ? "" : String(value);
}

/** Reads such a field: a decimal comma counts. @returns null where it is empty, NaN where it is no number */
export function readNumberDraft(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  return plain === "" ? null : Number(plain);
}

/** Reads a field that must hold a number: an empty one is NaN too, which nothing accepts. */
export function requireNumberDraft(text: string): number {
  return readNumberDraft(text) ?? Number.NaN;
}
