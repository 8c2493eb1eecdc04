import { eachMatch } from "./each-match";
import { addToHash, emptyHash, indexOfHash } from "./hash-feature";
import { rememberText } from "./remember-text";

/** A word as all texts share it: what readers find out about it is kept with it. */
export type Word = {
  /** Lower case, apostrophes straight: "don't", "w123". */
  readonly text: string;
  /** `hashText` of it. */
  readonly hash: number;
  /** By reader, see `ofWord`. */
  readonly facts: unknown[];
};

/** A text's words in order. */
export type WordsRead = {
  readonly words: readonly Word[];
  /** Where each begins, in UTF-16 code units. */
  readonly starts: readonly number[];
  /** Indices of the words that begin a clause: the first one and those after full stops, commas and the like. */
  readonly clauses: readonly number[];
};

/** A text's words and numbers, cut once for all readers. */
export const readWords: (text: string) => WordsRead = rememberText(cutWords);

/** The words of a part of a text; one that begins before it is none of them. */
export function wordsBetween(
  { words, starts }: WordsRead,
  start: number,
  end: number,
): readonly Word[] {
  return words.slice(firstFrom(starts, start), firstFrom(starts, end));
}

/** The index of the first number that is not below a limit, of ascending numbers. */
function firstFrom(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

let readers = 0;

/** Memoises a function of a word, with the word: reading it back is cheaper than any look-up by text. */
export function ofWord<Fact extends boolean | number | string | object>(
  compute: (word: string, hash: number) => Fact,
): (word: Word) => Fact {
  const reader = readers;
  readers += 1;
  return ({ text, hash, facts }) => {
    // Guarantee: only this reader writes its place.
    let fact = facts[reader] as Fact | undefined;
    if (fact === undefined) {
      fact = compute(text, hash);
      facts[reader] = fact;
    }
    return fact;
  };
}

const beyondAscii = /[^\0-\x7f]/;
const letterBeyondAscii = /(?![\0-\x7f])[\p{L}\p{N}]/u;
const token = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*|[.!?,;:\n]+/gu;
const signs = ".!?,;:\n";

function cutWords(text: string): WordsRead {
  if (!beyondAscii.test(text)) return cutPlain(text.toLowerCase());
  // Dashes, quotes, signs and pictures only stand between words.
  if (!letterBeyondAscii.test(text)) return cutPlain(text.replaceAll("’", "'").toLowerCase());
  const [words, starts, clauses]: [Word[], number[], number[]] = [[], [], []];
  let isOpen = false;
  eachMatch(token, text, ({ 0: found, index }) => {
    const isSign = signs.includes(found.charAt(0));
    if (!isSign) {
      if (!isOpen) clauses.push(words.length);
      const word = found.toLowerCase().replaceAll("’", "'");
      words.push(wordAt(word, 0, word.length));
      starts.push(index);
    }
    isOpen = !isSign;
  });
  return { words, starts, clauses };
}

/** Kinds of characters: of a word, of a word also after an apostrophe, between clauses. */
const [digit, letter, sign] = [1, 2, 3] as const;
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return letter;
  if (/\d/.test(character)) return digit;
  return signs.includes(character) ? sign : 0;
});
const apostrophe = "'".charCodeAt(0);

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < kinds.length ? (kinds[code] ?? 0) : 0;
}

/** Cuts a text in lower case that has no letters but a to z: `[a-z0-9]+(?:'[a-z]+)*`. */
function cutPlain(text: string): WordsRead {
  const [words, starts, clauses]: [Word[], number[], number[]] = [[], [], []];
  let isOpen = false;
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    if (kind === digit || kind === letter) {
      const start = at;
      at = endOfWord(text, at);
      if (!isOpen) clauses.push(words.length);
      isOpen = true;
      words.push(wordAt(text, start, at));
      starts.push(start);
    } else {
      if (kind === sign) isOpen = false;
      at += 1;
    }
  }
  return { words, starts, clauses };
}

function endOfWord(text: string, start: number): number {
  let at = start;
  let kind = kindAt(text, at);
  while (kind === digit || kind === letter) {
    at += 1;
    kind = kindAt(text, at);
  }
  while (text.charCodeAt(at) === apostrophe && kindAt(text, at + 1) === letter) {
    at += 2;
    while (kindAt(text, at) === letter) at += 1;
  }
  return at;
}

const placeBits = 15;
/** Words known at once; when there are more, all are forgotten. */
const wordsMax = 1 << (placeBits - 1);
/** Open addressing by the words' hashes, at most half full: no text is cut out to look a word up. */
const known: (Word | undefined)[] = Array.from({ length: 1 << placeBits });
let count = 0;
/** From this length on a slice of a text holds on to the whole text, and a copy does not. */
const sliceMin = 13;

/** The word that a part of a text in lower case is. */
function wordAt(text: string, start: number, end: number): Word {
  let hash = emptyHash;
  for (let at = start; at < end; at += 1) hash = addToHash(hash, text.charCodeAt(at));
  let place = indexOfHash(hash, placeBits);
  for (let word = known[place]; word !== undefined; word = known[place]) {
    if (word.hash === hash && isAt(word.text, text, start, end)) return word;
    place = (place + 1) % known.length;
  }
  const own = text.slice(start, end);
  const word = { text: own.length < sliceMin ? own : Array.from(own).join(""), hash, facts: [] };
  if (count === wordsMax) {
    known.fill(undefined);
    count = 0;
  }
  known[place] = word;
  count += 1;
  return word;
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  }
  return true;
}
