/** The names in a line of several with commas between them. */
export function splitNames(line: string): string[] {
  return line
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
