import type { Message } from "@/lib/domain/case/case";
import {
  areOtherFunctionWords,
  countFunctionWords,
  isOtherScript,
  type FunctionWords,
} from "@/lib/learning/is-other-language";
import { readWords } from "@/lib/learning/read-words";
import { rememberText } from "@/lib/learning/remember-text";

/** `isOtherLanguage` of the messages' joined texts; each message's words are counted once. */
export function speakOtherLanguage(messages: readonly Pick<Message, "text">[]): boolean {
  const counted = messages.map(({ text }) => functionWordsIn(text));
  const total = (count: keyof FunctionWords) => counted.reduce((sum, each) => sum + each[count], 0);
  return (
    isOtherScript(messages.map(({ text }) => text).join("\n")) ||
    areOtherFunctionWords({ words: total("words"), ours: total("ours"), theirs: total("theirs") })
  );
}

const functionWordsIn: (text: string) => FunctionWords = rememberText((text) =>
  countFunctionWords(readWords(text).words),
);

const isOther: (text: string) => boolean = rememberText((text) => speakOtherLanguage([{ text }]));

/** `isOtherLanguage` of a message. */
export function speaksOtherLanguage({ text }: Message): boolean {
  return isOther(text);
}
