import { ofWord } from "@/lib/learning/read-words";

/** Counts an English word's syllables by its vowel groups; a silent e counts none, a number one per digit. */
export const countSyllables = ofWord((word): number => {
  const digits = word.match(/\d/g)?.length ?? 0;
  if (digits > 0) return digits;
  const plain = word.toLowerCase().replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, "");
  return Math.max(1, plain.match(/[aeiouy]+/g)?.length ?? 0);
});
