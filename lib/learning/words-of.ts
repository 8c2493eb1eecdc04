const beyondAscii = /[^\0-\x7f]/;
const plainWord = /[a-z0-9]+(?:'[a-z]+)*/g;
const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** The words and numbers of a text, lower-cased, apostrophes straight: "don't", "w123". */
export function wordsOf(text: string): string[] {
  // Fast path for plain ASCII.
  if (!beyondAscii.test(text)) return text.toLowerCase().match(plainWord) ?? [];
  return (text.match(word) ?? []).map((each) => each.toLowerCase().replaceAll("’", "'"));
}
