import type { Message } from "@/lib/domain/case/case";
import { wordsOf } from "@/lib/learning/words-of";
import { findWordStarts, type WordStarts } from "@/lib/learning/word-starts";
import { remember } from "./remember";

/** A message's words, memoised. */
export const wordsOfMessage: (message: Message) => readonly string[] = remember(({ text }) =>
  wordsOf(text),
);

/** A message's different words, memoised. */
export const wordSetOf: (message: Message) => ReadonlySet<string> = remember(
  (message) => new Set(wordsOfMessage(message)),
);

/** Where a message's words and signs begin, memoised. */
export const wordStartsOf: (message: Pick<Message, "text">) => WordStarts = remember(({ text }) =>
  findWordStarts(text),
);

/**
 * The same in lower case, memoised: lower-casing once is twice as fast as the `i` flag. Letters whose length would
 * change keep their case.
 */
export const lowerWordStartsOf: (message: Pick<Message, "text">) => WordStarts = remember(
  ({ text }) => {
    const lower = text.toLowerCase();
    return findWordStarts(lower.length === text.length ? lower : text);
  },
);
