import type { Message } from "@/lib/domain/case/case";
import { isOtherLanguage } from "@/lib/learning/is-other-language";
import { wordsOf } from "@/lib/learning/words-of";
import { remember } from "./remember";

/** True if most of the messages that are long enough to classify are not in English. */
export function isForeign(messages: readonly Message[]): boolean {
  return messages.reduce((sum, message) => sum + leaningOf(message), 0) > 0;
}

const wordsMin = 4;

/** 1 if a message is not in English, −1 if it is, 0 if it is too short to classify. */
const leaningOf = remember(({ text }: Message): -1 | 0 | 1 => {
  if (isOtherLanguage(text)) return 1;
  return wordsOf(text).length < wordsMin ? 0 : -1;
});
