const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** The words and numbers of a text, lower-cased, apostrophes straight: "don't", "w123". */
export function wordsOf(text: string): string[] {
  return (text.match(word) ?? []).map((each) => each.toLowerCase().replaceAll("’", "'"));
}
