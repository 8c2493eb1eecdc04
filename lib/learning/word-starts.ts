import { rememberText } from "./remember-text";

/** The places of a text where words and signs begin, each with a key of its first letters. */
export type WordStarts = {
  readonly text: string;
  readonly places: Int32Array;
  readonly keys: Uint16Array;
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

/** Where a text's words and signs begin, memoised. */
export const findWordStarts: (text: string) => WordStarts = rememberText(readWordStarts);

/**
 * The same in lower case: lower-casing once is twice as fast as the `i` flag. Letters whose length would change keep
 * their case.
 */
export const findLowerWordStarts: (text: string) => WordStarts = rememberText((text) => {
  const lower = text.toLowerCase();
  return readWordStarts(
    lower.length === text.length ? lower : text.replace(/\p{Lu}/gu, keepLength),
  );
});

function keepLength(letter: string): string {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
}

/** Reused from text to text; as long as the longest one yet. */
let scratch = { places: new Int32Array(1024), keys: new Uint16Array(1024) };

function readWordStarts(text: string): WordStarts {
  if (scratch.keys.length < text.length) {
    const length = 2 * text.length;
    scratch = { places: new Int32Array(length), keys: new Uint16Array(length) };
  }
  const { places, keys } = scratch;
  let count = 0;
  let isInWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    const code = codeOf(character);
    if (code > 0 && isInWord) continue;
    isInWord = code > 0;
    if (!isInWord && character === space) continue;
    places[count] = at;
    if (isInWord) {
      const second = codeOf(text.charCodeAt(at + 1));
      keys[count] = keyOf(code, second, second === 0 ? 0 : codeOf(text.charCodeAt(at + 2)));
    } else {
      keys[count] = keyOfSign(character);
    }
    count += 1;
  }
  return { text, places: places.slice(0, count), keys: keys.slice(0, count) };
}
