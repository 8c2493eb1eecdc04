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
 * was due, else the first question or mention.
 * @param before readings of what was said before it was due
 */
export function nearestMiss(
  readings: readonly ElementReading[],
  before: readonly ElementReading[],
): NearMiss | null {
  const earlier = before.findLast(({ act }) => act === "gives");
  for (const kind of ["denial", "earlier", "question", "mention"] as const) {
    const found = kind === "earlier" ? earlier : readings.find(({ act }) => act === kind);
    if (found !== undefined) return { kind, quote: found.quote };
  }
  return null;
}
