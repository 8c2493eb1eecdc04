const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });
const disjunction = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** Joins a conjunction: "a, b and c". */
export function joinedByAnd(words: readonly string[]): string {
  return conjunction.format(words);
}

/** Joins alternatives: "a", "a or b", "a, b or c". */
export function joinedByOr(words: readonly string[]): string {
  return disjunction.format(words);
}
