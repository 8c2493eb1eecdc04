import { issueWords } from "./issue-words";
import { judgeSameIssue } from "./same-issue";

/**
 * How likely two cases of one customer are about the same issue, by what was said first in each.
 * @returns 0 to 1, whichever stands first; null where one says too little, or in another language than English
 */
export function compareOpenings(one: readonly string[], other: readonly string[]): number | null {
  const [a, b] = [issueWords(one), issueWords(other)];
  return a === null || b === null ? null : judgeSameIssue(a, b);
}
