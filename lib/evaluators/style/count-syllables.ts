import { rememberWords } from "@/lib/learning/remember-words";

/** A word's syllables in English, by its groups of vowels; a silent e counts none, a number one a digit. */
export const countSyllables = rememberWords((word): number => {
  const digits = word.match(/\d/g)?.length ?? 0;
  if (digits > 0) return digits;
  const plain = word.toLowerCase().replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, "");
  return Math.max(1, plain.match(/[aeiouy]+/g)?.length ?? 0);
});
