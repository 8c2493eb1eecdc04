/** Splits comma-separated names. */
export function splitNames(line: string): string[] {
  return line
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
