import { remember } from "../remember";
import type { PromisedThing } from "./find-commitments";
import { promiseRules } from "./promise-rules";
import { readAmounts } from "./read-amounts";

/** A message or a sentence of it. */
type Words = { readonly text: string };

const naming = new Map(promiseRules.map(({ kind, named }) => [kind, named]));

const sumsIn = remember(({ text }: Words): readonly number[] =>
  readAmounts(text).map(({ value }) => value),
);

/** True where words name the very sum that was promised. */
export function namesSum(words: Words, { amount }: PromisedThing): boolean {
  return amount !== null && sumsIn(words).includes(amount);
}

/**
 * True where words speak of what was promised: they name the sum, or the thing and no other sum.
 * Words in which neither stands may still mean it ("that"); the caller decides.
 */
export function isAbout(words: Words, thing: PromisedThing): boolean {
  if (namesSum(words, thing)) return true;
  if (thing.amount !== null && sumsIn(words).length > 0) return false;
  return naming.get(thing.kind)?.test(words.text) === true;
}
