import type { Message } from "@/lib/domain/case/case";
import { speaksOtherLanguage } from "./speaks-other-language";
import { wordsOfMessage } from "./words-of-message";

/** True if most of the messages that are long enough to classify are not in English. */
export function isForeign(messages: readonly Message[]): boolean {
  return messages.reduce((sum, message) => sum + leaningOf(message), 0) > 0;
}

const wordsMin = 4;

/** 1 if a message is not in English, −1 if it is, 0 if it is too short to classify. */
function leaningOf(message: Message): -1 | 0 | 1 {
  if (speaksOtherLanguage(message)) return 1;
  return wordsOfMessage(message).length < wordsMin ? 0 : -1;
}
