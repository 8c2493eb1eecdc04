import type { Message, Quote } from "@/lib/domain/case";
import { remember } from "../remember";

const common = new Set(
  "the and for that this with you your yours are was were have has had can could would will shall should may might not but yes yeah yep okay sure please thanks thank need want like just also from out about all any some one its it's i'm i'd i've i'll that's there here they them their his her him she who what when where which how why get got give gave know let make made take been being did does doing done right well good great fine now then than too very really again still only more most much many other into onto over under after before hello hey hi sorry help".split(
    " ",
  ),
);
const leastSharedRatio = 0.6;
const mostAnswerWords = 14;

/**
 * Where the customer's answer mostly repeats what they had said before the handoff: the earlier
 * words, and the answer. Null where it says something new, or nothing of substance.
 */
export function findRestated(
  answer: Message,
  before: readonly Message[],
): { readonly earlier: Quote; readonly answer: Quote } | null {
  if (answer.text.includes("?")) return null;
  const words = contentWords(answer.text);
  if (words.length === 0 || answer.text.trim().split(/\s+/).length > mostAnswerWords) return null;
  const found = words.map((word) => findEarlier(word, before)).filter((each) => each !== null);
  const first = found[0];
  if (first === undefined || found.length / words.length < leastSharedRatio) return null;
  return { earlier: first, answer: { message: answer.ordinal, start: 0, end: answer.text.length } };
}

function contentWords(text: string): readonly string[] {
  const words =
    text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’@._:#-]*[\p{L}\p{N}]|\d/gu) ?? [];
  return words.filter((word) => (word.length > 2 || /\d/.test(word)) && !common.has(word));
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
