import type { Message, Quote } from "@/lib/domain/case/case";
import { remember } from "../remember";
import { sentencesOf } from "../sentences-of";
import { readValues, type Value } from "../values/read-values";
import { isSameValue, valuesOf } from "../values/values-of";
import { contentWords } from "./content-words";

const leastSharedRatio = 0.6;
const mostAnswerWords = 16;
/** "A-N-G-E-L-A": a name spelled out. */
const spelled = /\b\w(?:[-. ]\w){2,}\b(?!\d)/g;

/** A message that searches, agrees or asks restates nothing. */
const unsaying =
  /\b(i['’]ll|i will|let me) (try|look|check|see|find)|\b(don['’]t|do not|can['’]t|cannot) (know|have|remember|find|recall)|\bnot sure|\bi understand\b/i;

export type Restated = {
  readonly earlier: Quote;
  readonly answer: Quote;
  /** A value that is compared exactly, not only words. */
  readonly isValue: boolean;
};

/**
 * Where the customer's answer mostly repeats what they had said before the handoff, independent of how values are
 * written: the earlier words, and the answer. Null if it is mostly new or has no content.
 */
export function findRestated(answer: Message, before: readonly Message[]): Restated | null {
  const said = sentencesOf(answer).filter(({ text }) => !text.endsWith("?"));
  const text = said.map((sentence) => sentence.text).join(" ");
  if (text === "" || unsaying.test(text) || text.split(/\s+/).length > mostAnswerWords) return null;
  const value = restatedValue(text, before);
  const earlier = value ?? restatedWords(text, before);
  if (earlier === null) return null;
  const whole = { message: answer.ordinal, start: 0, end: answer.text.length };
  return { earlier, answer: whole, isValue: value !== null };
}

/** Where the first value of the answer was given before. "none" if it has no value. */
function restatedValue(text: string, before: readonly Message[]): Quote | null {
  const values = readValues(text);
  const found = values.map((value) => findValue(value, before));
  return found.some((each) => each === null) ? null : (found[0] ?? null);
}

function findValue(value: Value, before: readonly Message[]): Quote | null {
  for (const message of before) {
    if (message.speaker !== "customer") continue;
    const same = valuesOf(message).find((each) => isSameValue(each, value));
    if (same !== undefined) return { message: message.ordinal, start: same.start, end: same.end };
  }
  return null;
}

function restatedWords(text: string, before: readonly Message[]): Quote | null {
  const words = contentWords(text.replace(spelled, (all) => (/\d/.test(all) ? all : "")));
  if (words.length === 0 || readValues(text).length > 0) return null;
  const found = words.map((word) => findEarlier(word, before)).filter((each) => each !== null);
  const first = found[0];
  return first === undefined || found.length / words.length < leastSharedRatio ? null : first;
}

const lowerCaseOf = remember(({ text }: Message) => text.toLowerCase());

function findEarlier(word: string, before: readonly Message[]): Quote | null {
  for (const message of before) {
    if (message.speaker !== "customer") continue;
    const start = indexOfWord(lowerCaseOf(message), word);
    if (start !== -1) return { message: message.ordinal, start, end: start + word.length };
  }
  return null;
}

function indexOfWord(text: string, word: string): number {
  let start = text.indexOf(word);
  while (start !== -1) {
    const isWhole =
      !isWordCharacter(text[start - 1]) && !isWordCharacter(text[start + word.length]);
    if (isWhole) return start;
    start = text.indexOf(word, start + 1);
  }
  return -1;
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
