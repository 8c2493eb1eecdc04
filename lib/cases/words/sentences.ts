import { matchesIn } from "@/lib/learning/each-match";
import { rememberText } from "@/lib/learning/remember-text";

/** A sentence with UTF-16 offsets into the text, `end` exclusive. */
export type Sentence = { readonly text: string; readonly start: number; readonly end: number };

const sentence = /[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]*/g;

/**
 * Splits a text at full stops, question and exclamation marks and line breaks, also those escaped in a JSON answer;
 * memoised.
 */
export const splitSentences: (text: string) => readonly Sentence[] = rememberText((text) => {
  const sentences: Sentence[] = [];
  for (const match of matchesIn(sentence, withLineBreaks(text))) {
    const trimmed = match[0].trim();
    if (trimmed === "") continue;
    const start = match.index + match[0].indexOf(trimmed);
    sentences.push({ text: trimmed, start, end: start + trimmed.length });
  }
  return sentences;
});

/** The text of an agent's answer in JSON with line breaks in place of escaped ones; of the same length. */
export function withLineBreaks(text: string): string {
  return /^\s*\{\s*"/.test(text) ? text.replaceAll("\\n", "\n\n") : text;
}
