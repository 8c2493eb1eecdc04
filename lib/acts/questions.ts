import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { findLanguage } from "@/lib/learning/find-language";

/** What a reader is asked: what a message does, after the other side's message before it. */
export type ActQuestion = {
  readonly speaker: "customer" | "agent";
  /** ISO 639-1; null: nothing tells. */
  readonly language: string | null;
  readonly before: string;
  readonly text: string;
};

/** Longer texts are read up to here. */
const textMax = 20_000;
/** The end of the message before, of which readers read little. */
const beforeMax = 400;

/**
 * The question of a message. A pseudonym is asked without its digits, which hang on the workspace's key: the same words
 * are one question everywhere. Offsets into a question's text are those of the message's.
 * @param asked its language null: found in the words
 */
export function questionOf({ speaker, language, before, text }: ActQuestion): ActQuestion {
  return {
    speaker,
    language: language ?? findLanguage(text, null).code,
    before: canonical(before.slice(-beforeMax)),
    text: canonical(text.slice(0, textMax)),
  };
}

/** Of the same length. */
function canonical(text: string): string {
  return text.includes("<")
    ? text.replace(maskedPattern, (_masked, type: string) => `<${type}:${"0".repeat(16)}>`)
    : text;
}
