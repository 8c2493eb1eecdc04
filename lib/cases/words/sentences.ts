import { matchesIn } from "@/lib/learning/each-match";

/** A sentence with UTF-16 offsets into the text, `end` exclusive. */
export type Sentence = { readonly text: string; readonly start: number; readonly end: number };

const sentence = /[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]*/g;

/** Splits a text at full stops, question and exclamation marks and line breaks. */
export function splitSentences(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const match of matchesIn(sentence, text)) {
    const trimmed = match[0].trim();
    if (trimmed === "") continue;
    const start = match.index + match[0].indexOf(trimmed);
    sentences.push({ text: trimmed, start, end: start + trimmed.length });
  }
  return sentences;
}
