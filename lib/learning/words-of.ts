const beyondAscii = /[^\0-\x7f]/;
const letterBeyondAscii = /(?![\0-\x7f])[\p{L}\p{N}]/u;
const plainWord = /[a-z0-9]+(?:'[a-z]+)*/g;
const word = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** The words and numbers of a text, lower-cased, apostrophes straight: "don't", "w123". */
export function wordsOf(text: string): string[] {
  if (!beyondAscii.test(text)) return plainWordsOf(text);
  // Dashes, quotes, signs and pictures only stand between words.
  if (!letterBeyondAscii.test(text)) return plainWordsOf(text.replaceAll("’", "'"));
  return (text.match(word) ?? []).map((each) => each.toLowerCase().replaceAll("’", "'"));
}

function plainWordsOf(text: string): string[] {
  return text.toLowerCase().match(plainWord) ?? [];
}
