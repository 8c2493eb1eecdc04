import type { Message } from "@/lib/domain/case/case";
import {
  areOtherFunctionWords,
  countFunctionWords,
  isOtherScript,
  type FunctionWords,
} from "@/lib/learning/is-other-language";
import { remember } from "./remember";
import { wordsOfMessage } from "./words-of-message";

/** `isOtherLanguage` of the messages' joined texts; each message's words are counted once. */
export function speakOtherLanguage(messages: readonly Message[]): boolean {
  const counted = messages.map(functionWordsOf);
  const total = (count: keyof FunctionWords) => counted.reduce((sum, each) => sum + each[count], 0);
  return (
    isOtherScript(messages.map(({ text }) => text).join("\n")) ||
    areOtherFunctionWords({ words: total("words"), ours: total("ours"), theirs: total("theirs") })
  );
}

/** A message's function words, memoised. */
const functionWordsOf: (message: Message) => FunctionWords = remember((message) =>
  countFunctionWords(wordsOfMessage(message)),
);

/** `isOtherLanguage` of a message, memoised. */
export const speaksOtherLanguage: (message: Message) => boolean = remember((message) =>
  speakOtherLanguage([message]),
);
