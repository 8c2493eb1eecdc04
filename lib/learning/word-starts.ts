/** The places of a text where words and signs begin, each with a key of its first letters. */
export type WordStarts = {
  readonly text: string;
  readonly places: readonly number[];
  readonly keys: readonly number[];
};

/** Codes of a word's characters: a letter's number, one code for digits and underscores, 0 for the word's end. */
const digit = 27;
const beyondAscii = 128;
const codes = Uint8Array.from({ length: beyondAscii }, (_, character) => {
  const sign = String.fromCharCode(character).toLowerCase();
  if (/[a-z]/.test(sign)) return sign.charCodeAt(0) - 96;
  return /\w/.test(sign) ? digit : 0;
});

/** As sets of codes, one bit each. */
export const endOfWord = 1;
export const anyCode = 2 ** (digit + 1) - 1;

/** The code of a character by its UTF-16 code; 0 for what is no part of a word in the sense of `\b`. */
export function codeOf(character: number): number {
  return character < beyondAscii ? (codes[character] ?? 0) : 0;
}

/** The key of a word by the codes of its first three characters. */
export function keyOf(first: number, second: number, third: number): number {
  return (first << 10) | (second << 5) | third;
}

const signs = 1 << 15;
export const keysMax = signs + beyondAscii + 1;

/** The key of a sign; all beyond ASCII have one. */
export function keyOfSign(character: number): number {
  return signs + Math.min(character, beyondAscii);
}

const space = 32;

/** Finds the places where words and signs begin. */
export function findWordStarts(text: string): WordStarts {
  const places: number[] = [];
  const keys: number[] = [];
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    const code = codeOf(character);
    if (code > 0 && isInWord) continue;
    isInWord = code > 0;
    if (!isInWord && character === space) continue;
    places.push(at);
    if (!isInWord) {
      keys.push(keyOfSign(character));
      continue;
    }
    const second = codeOf(text.charCodeAt(at + 1));
    keys.push(keyOf(code, second, second === 0 ? 0 : codeOf(text.charCodeAt(at + 2))));
  }
  return { text, places, keys };
}
