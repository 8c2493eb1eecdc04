import type { Commitment } from "./find-commitments";
import { promiseRules } from "./promise-rules";
import { readAmounts } from "./read-amounts";

const naming = new Map(promiseRules.map(({ kind, named }) => [kind, named]));

/** True where words name the very sum that was promised. */
export function namesSum(text: string, { amount }: Commitment): boolean {
  return amount !== null && readAmounts(text).some(({ value }) => value === amount);
}

/**
 * True where words speak of what was promised: they name the sum, or the thing and no other sum.
 * Words in which neither stands may still mean it ("that"); the caller decides.
 */
export function isAbout(text: string, commitment: Commitment): boolean {
  if (namesSum(text, commitment)) return true;
  if (commitment.amount !== null && readAmounts(text).length > 0) return false;
  return naming.get(commitment.kind)?.test(text) === true;
}
