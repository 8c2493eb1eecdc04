const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
const disjunction = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** What all holds, as one phrase: "a, b and c". */
export function joinedByAnd(words: readonly string[]): string {
  return conjunction.format(words);
}

/** Alternatives as one phrase: "a", "a or b", "a, b or c". */
export function joinedByOr(words: readonly string[]): string {
  return disjunction.format(words);
}
