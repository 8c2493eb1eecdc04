import { issueWords } from "./issue-words";
import { judgeSameIssue } from "./same-issue";

/**
 * Probability that two cases of one customer are about the same issue, by their opening messages; symmetric.
 * @returns 0 to 1; null if one is too short or not in English
 */
export function compareOpenings(one: readonly string[], other: readonly string[]): number | null {
  const [a, b] = [issueWords(one), issueWords(other)];
  return a === null || b === null ? null : judgeSameIssue(a, b);
}
