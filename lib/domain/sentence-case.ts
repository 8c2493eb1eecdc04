/** Begins words with a capital letter, for the start of a sentence or a label; the rest stays. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
