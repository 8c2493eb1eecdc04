import type { Message, Quote } from "@/lib/domain/case/case";
import type { NearMiss } from "@/lib/domain/case/case-disclosure";
import type { ReadSentence, SpeechAct } from "@/lib/cases/words/says-it-is-ai";
import { splitSentences } from "@/lib/cases/words/sentences";
import { speakerOf } from "./contact";
import { meanings } from "./meanings/meanings";
import { compilePatterns } from "./pattern";
import type { RuleElement } from "@/lib/domain/disclosures/rule";

/** What a message does with a rule's element. */
export type ElementReading = { readonly act: SpeechAct; readonly quote: Quote };

/** Reads a message for an element. */
export function readElement(element: RuleElement, message: Message): readonly ElementReading[] {
  const { text, ordinal } = message;
  const isCustomer = speakerOf(message) === "customer";
  const read =
    element.mode === "meaning"
      ? element.anyOf.flatMap((name) => meanings[name](text, isCustomer))
      : readPatterns(element, text);
  return read.map(({ act, sentence: { start, end } }) => ({
    act,
    quote: { message: ordinal, start, end },
  }));
}

function readPatterns(
  { anyOf, noneOf }: Extract<RuleElement, { mode: "verbatim" }>,
  text: string,
): readonly ReadSentence[] {
  const isFound = compilePatterns(anyOf);
  const isUndone = noneOf === undefined ? () => false : compilePatterns(noneOf);
  return splitSentences(text)
    .filter((sentence) => isFound(sentence.text))
    .map((sentence) => ({ act: isUndone(sentence.text) ? "denial" : "gives", sentence }));
}

/**
 * The nearest words that do not give a disclosure: the first denial, else the last that would have given it before it
 * was due, else the answer to the question that it was due on, else the first question or mention.
 * @param before readings of what was said before it was due
 * @param answer what was said right after that question; null: nothing was asked
 */
export function nearestMiss(
  readings: readonly ElementReading[],
  before: readonly ElementReading[],
  answer: Quote | null,
): NearMiss | null {
  const near = readings.filter(({ quote }) => (answer ?? quote).message === quote.message);
  const earlier = before.findLast(({ act }) => act === "gives");
  const denial = readings.find(({ act }) => act === "denial");
  if (denial !== undefined) return { kind: "denial", quote: denial.quote };
  if (earlier !== undefined) return { kind: "earlier", quote: earlier.quote };
  for (const kind of ["question", "mention"] as const) {
    const found = near.find(({ act }) => act === kind);
    if (found !== undefined) return { kind, quote: found.quote };
  }
  return answer === null ? null : { kind: "evasion", quote: answer };
}
