import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { remember } from "../remember";
import type { PromisedThing } from "./find-commitments";
import { mayBeSamePaper, paperIn } from "./paper";
import { promiseRules } from "./promise-rules";
import { readAmounts } from "./read-amounts";

/** A message or a sentence of it. */
type Words = { readonly text: string };

const naming = new Map(promiseRules.map(({ kind, named }) => [kind, named]));

const sumsIn = remember(({ text }: Words): readonly number[] =>
  readAmounts(text).map(({ value }) => value),
);

/** True if the words name the promised amount. */
export function namesSum(words: Words, { amount }: PromisedThing): boolean {
  return amount !== null && sumsIn(words).includes(amount);
}

/**
 * True if the words name the promised amount, or the thing without another amount. Words with
 * neither may still refer to it ("that"); the caller decides. Pseudonyms name nothing: an e-mail address is no e-mail.
 */
export function isAbout(words: Words, thing: PromisedThing): boolean {
  if (namesSum(words, thing)) return true;
  const { kind, amount, paper } = thing;
  if (amount !== null && sumsIn(words).length > 0) return false;
  const text = words.text.replace(maskedPattern, " ");
  if (paper !== null && text.toLowerCase().includes(paper)) return true;
  if (kind === "message" && !mayBeSamePaper(paper, paperIn(text))) return false;
  return naming.get(kind)?.test(text) === true;
}
