import type { Message } from "@/lib/domain/case/case";
import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import { remember } from "../remember";
import { readNumbers } from "./read-tokens";

/** A sentence that names figures, and those of them that nobody but an agent had named before. */
export type CheckedSentence = { readonly sentence: Sentence; readonly missing: readonly string[] };

const smallFigure = 12;

/**
 * Checks the figures of an answer (amounts, dates, ids; not the small ones that count things) against
 * what was there before it: what tools were asked and returned, what the customer and the instructions said.
 */
export function checkFigures(
  answer: Message,
  before: readonly Message[],
): readonly CheckedSentence[] {
  const sources = before.filter(({ speaker }) => speaker !== "agent").map(figuresOf);
  return splitSentences(answer.text).flatMap((sentence) => {
    if (sentence.text.endsWith("?")) return [];
    const named = readNumbers(sentence.text).filter(({ key }) => !(Number(key) <= smallFigure));
    if (named.length === 0) return [];
    const missing = named
      .filter(({ key }) => !sources.some((source) => source.has(key)))
      .map(({ start, end }) => sentence.text.slice(start, end));
    return [{ sentence, missing }];
  });
}

/** The figures of a message and of the call that it tells of, as `readTokens` keys them. */
export const figuresOf: (message: Message) => ReadonlySet<string> = remember((message) => {
  const text = `${message.text} ${message.tool?.args ?? ""}`;
  return new Set(readNumbers(text).map(({ key }) => key));
});
