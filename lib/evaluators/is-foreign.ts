import type { Message } from "@/lib/domain/case/case";
import { isOtherLanguage } from "@/lib/learning/is-other-language";
import { wordsOf } from "@/lib/learning/words-of";
import { remember } from "./remember";

/** True where most of the messages that are long enough to tell are in another language than English. */
export function isForeign(messages: readonly Message[]): boolean {
  return messages.reduce((sum, message) => sum + leaningOf(message), 0) > 0;
}

const tellingWords = 4;

/** 1 where a message is in another language, −1 where it is in English, 0 where it is too short to tell. */
const leaningOf = remember(({ text }: Message): -1 | 0 | 1 => {
  if (isOtherLanguage(text)) return 1;
  return wordsOf(text).length < tellingWords ? 0 : -1;
});
