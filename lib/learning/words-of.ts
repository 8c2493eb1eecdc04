import { readWords } from "./read-words";

/** The words and numbers of a text, lower-cased, apostrophes straight: "don't", "w123". */
export function wordsOf(text: string): readonly string[] {
  return readWords(text).words.map((word) => word.text);
}

/** The words of a text by clause: between full stops, commas and the like; no clause is empty. */
export function wordsByClause(text: string): readonly (readonly string[])[] {
  const { words, clauses } = readWords(text);
  return clauses.map((from, index) =>
    words.slice(from, clauses[index + 1]).map((word) => word.text),
  );
}
