/** Splits comma-separated names. */
export function splitNames(line: string): string[] {
  return line
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
