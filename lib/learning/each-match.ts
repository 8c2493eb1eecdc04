/**
 * Visits each match of a global pattern. `matchAll` copies the pattern each time, which for short
 * texts costs more than the search, and may have to compile it anew.
 * @param visit may return a position after the match's end to continue from
 */
export function eachMatch(
  pattern: RegExp,
  text: string,
  visit: (match: RegExpExecArray, skipTo: (place: number) => void) => void,
): void {
  let next = 0;
  const skipTo = (place: number): void => {
    next = Math.max(next, place);
  };
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    next = match[0] === "" ? pattern.lastIndex + 1 : pattern.lastIndex;
    visit(match, skipTo);
    pattern.lastIndex = next;
  }
}

/** The matches of a global pattern, in order; see `eachMatch`. */
export function matchesIn(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  eachMatch(pattern, text, (match) => {
    found.push(match);
  });
  return found;
}
