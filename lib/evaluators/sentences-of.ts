import type { Message } from "@/lib/domain/case/case";
import { splitSentences, type Sentence } from "@/lib/cases/words/sentences";
import { remember } from "./remember";

/** A message's sentences, memoised. */
export const sentencesOf: (message: Pick<Message, "text">) => readonly Sentence[] = remember(
  ({ text }) => splitSentences(text),
);
