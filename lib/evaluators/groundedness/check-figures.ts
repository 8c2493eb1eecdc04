import type { Message } from "@/lib/domain/case/case";
import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import { remember } from "../remember";
import { readNumbers } from "./read-tokens";

/** A sentence with figures, and those of them that only agents had named before. */
export type CheckedSentence = { readonly sentence: Sentence; readonly missing: readonly string[] };

const smallFigure = 12;

/**
 * Checks an answer's figures (amounts, dates, ids; not small counts) against everything before it:
 * tool arguments and results, the customer's messages and the instructions.
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

/** The figures of a message and its tool call, as keys of `readTokens`. */
export const figuresOf: (message: Message) => ReadonlySet<string> = remember((message) => {
  const text = `${message.text} ${message.tool?.args ?? ""}`;
  return new Set(readNumbers(text).map(({ key }) => key));
});
