import type { Message } from "@/lib/domain/case/case";
import { readWords, type Word } from "@/lib/learning/read-words";
import { remember } from "./remember";

/** A message's words. */
export function wordsOfMessage({ text }: Message): readonly Word[] {
  return readWords(text).words;
}

/** A message's different words, memoised. */
export const wordSetOf: (message: Message) => ReadonlySet<string> = remember(
  (message) => new Set(wordsOfMessage(message).map(({ text }) => text)),
);
