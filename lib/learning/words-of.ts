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

const plainToken = /[a-z0-9]+(?:'[a-z]+)*|[.!?,;:\n]+/g;
const token = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*|[.!?,;:\n]+/gu;

/** The words of a text by clause: between full stops, commas and the like; no clause is empty. */
export function wordsByClause(text: string): readonly (readonly string[])[] {
  const clauses: string[][] = [];
  let isOpen = false;
  for (const each of tokensOf(text)) {
    const isSign = signs.includes(each.charAt(0));
    if (isSign) isOpen = false;
    else if (isOpen) clauses.at(-1)?.push(each);
    else clauses.push([each]);
    isOpen = !isSign;
  }
  return clauses;
}

const signs = ".!?,;:\n";

/** The words and the signs between clauses. */
function tokensOf(text: string): readonly string[] {
  if (!beyondAscii.test(text)) return text.toLowerCase().match(plainToken) ?? [];
  if (!letterBeyondAscii.test(text)) {
    return text.replaceAll("’", "'").toLowerCase().match(plainToken) ?? [];
  }
  return (text.match(token) ?? []).map((each) => each.toLowerCase().replaceAll("’", "'"));
}

function plainWordsOf(text: string): string[] {
  return text.toLowerCase().match(plainWord) ?? [];
}
