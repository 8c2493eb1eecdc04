import type { Message, Quote } from "@/lib/domain/case/case";
import type { NearMiss } from "@/lib/domain/case/case-disclosure";
import { splitSentences } from "@/lib/cases/words/sentences";
import { readMeaning, type MeaningReading } from "./meanings/meanings";
import { compilePatterns } from "./pattern";
import type { RuleElement } from "@/lib/domain/disclosures/rule";

/** What a message does with a rule's element. Patterns find what they find; a meaning may be unsure. */
export type ElementReading = MeaningReading;

/** Reads a message for an element. */
export function readElement(element: RuleElement, message: Message): readonly ElementReading[] {
  return element.mode === "meaning"
    ? element.anyOf.flatMap((name) => readMeaning(name, message))
    : readPatterns(element, message);
}

function readPatterns(
  { anyOf, noneOf }: Extract<RuleElement, { mode: "verbatim" }>,
  { text, ordinal }: Message,
): readonly ElementReading[] {
  const isFound = compilePatterns(anyOf);
  const isUndone = noneOf === undefined ? () => false : compilePatterns(noneOf);
  return splitSentences(text)
    .filter((sentence) => isFound(sentence.text))
    .map(({ text: words, start, end }) => ({
      act: isUndone(words) ? "denial" : "gives",
      isSure: true,
      quote: { message: ordinal, start, end },
    }));
}

/**
 * The nearest words that do not give a disclosure: the first denial, else the last that would have given it before it
 * was due, else the first question, else the answer to the question that it was due on.
 * @param before readings of what was said before it was due
 * @param answer what was said right after that question; null: nothing was asked
 */
export function nearestMiss(
  readings: readonly ElementReading[],
  before: readonly ElementReading[],
  answer: Quote | null,
): NearMiss | null {
  const near = readings.filter(({ quote }) => (answer ?? quote).message === quote.message);
  const earlier = before.findLast(({ act, isSure }) => act === "gives" && isSure);
  const denial = readings.find(({ act }) => act === "denial");
  if (denial !== undefined) return { kind: "denial", quote: denial.quote };
  if (earlier !== undefined) return { kind: "earlier", quote: earlier.quote };
  const question = near.find(({ act }) => act === "question");
  if (question !== undefined) return { kind: "question", quote: question.quote };
  return answer === null ? null : { kind: "evasion", quote: answer };
}
