import { findObjects } from "./issue-objects";
import { issueWords } from "./issue-words";
import { judgeSameIssue } from "./same-issue";

/**
 * Probability that two cases of one customer are about the same issue, by the words of their opening messages and by
 * the orders, reservations and items these name; symmetric.
 * @returns 0 to 1; null if one is too short or not in English, and objects don't tell
 */
export function compareOpenings(one: readonly string[], other: readonly string[]): number | null {
  const [a, b] = [issueWords(one), issueWords(other)];
  const byWords = a === null || b === null ? null : judgeSameIssue(a, b);
  const [ofOne, ofOther] = [findObjects(one), findObjects(other)];
  if (ofOne.size === 0 || ofOther.size === 0) return byWords;
  const isShared = [...ofOne].some((object) => ofOther.has(object));
  return isShared ? (1 + (byWords ?? 0.5)) / 2 : (byWords ?? 0.5) / 2;
}
