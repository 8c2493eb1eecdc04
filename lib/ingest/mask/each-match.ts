/**
 * Visits each match of a global pattern. `matchAll` copies the pattern each time, which for short texts costs more
 * than the search.
 */
export function eachMatch(
  pattern: RegExp,
  text: string,
  visit: (match: RegExpExecArray) => void,
): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const next = match[0] === "" ? pattern.lastIndex + 1 : pattern.lastIndex;
    visit(match);
    pattern.lastIndex = next;
  }
}
