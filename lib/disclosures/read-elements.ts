import type { Message, Quote } from "@/lib/domain/case/case";
import type { NearMiss } from "@/lib/domain/case/case-disclosure";
import type { SpeechAct } from "@/lib/cases/words/says-it-is-ai";
import { splitSentences } from "@/lib/cases/words/sentences";
import { speakerOf } from "./contact";
import { meanings } from "./meanings/meanings";
import type { RuleElement } from "./rule";

/** What a message does with a rule's element. */
export type ElementReading = { readonly act: SpeechAct; readonly quote: Quote };

/** Reads a message for an element. */
export function readElement(element: RuleElement, message: Message): readonly ElementReading[] {
  const { text, ordinal } = message;
  const isCustomer = speakerOf(message) === "customer";
  const read =
    element.mode === "meaning"
      ? element.anyOf.flatMap((name) => meanings[name](text, isCustomer))
      : splitSentences(text)
          .filter((sentence) => patternOf(element).test(sentence.text))
          .map((sentence) => ({ act: "gives" as const, sentence }));
  return read.map(({ act, sentence: { start, end } }) => ({
    act,
    quote: { message: ordinal, start, end },
  }));
}

const patterns = new Map<RuleElement, RegExp>();

function patternOf(element: RuleElement): RegExp {
  const known = patterns.get(element);
  if (known !== undefined) return known;
  const pattern = new RegExp(element.anyOf.map((each) => `(?:${each})`).join("|"), "i");
  patterns.set(element, pattern);
  return pattern;
}

/** The nearest words that do not give a disclosure: the first denial, else question, else mention. */
export function nearestMiss(readings: readonly ElementReading[]): NearMiss | null {
  for (const kind of ["denial", "question", "mention"] as const) {
    const found = readings.find(({ act }) => act === kind);
    if (found !== undefined) return { kind, quote: found.quote };
  }
  return null;
}
