import type { Message } from "@/lib/domain/case/case";
import { wordsOf } from "@/lib/learning/words-of";
import { remember } from "./remember";

/** A message's words, memoised. */
export const wordsOfMessage: (message: Message) => readonly string[] = remember(({ text }) =>
  wordsOf(text),
);

/** A message's different words, memoised. */
export const wordSetOf: (message: Message) => ReadonlySet<string> = remember(
  (message) => new Set(wordsOfMessage(message)),
);
