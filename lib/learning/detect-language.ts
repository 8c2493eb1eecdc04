import { bytesOfBase64 } from "./bytes-of-base64";
import stored from "./language-table.gen.json";

/**
 * Detects languages as eld 2.1 (Nito T.M., Apache-2.0) does with its smallest set of n-grams, to the last digit. eld keeps
 * them as an object of objects, which takes 30 MB of each thread; this table takes one, and only where texts are read.
 */
export type DetectedLanguage = {
  /** ISO 639-1. */
  readonly code: string;
  /** By language, 0 to 1, the likeliest first. */
  readonly scores: ReadonlyMap<string, number>;
};

type Table = {
  readonly languages: readonly string[];
  /** N-grams of up to six bytes as numbers, ascending. */
  readonly ngrams: Float64Array;
  /** Where each one's scores begin in the next two; one more, where the last one's end. */
  readonly starts: Uint32Array;
  /** Places in `languages`. */
  readonly codes: Uint8Array;
  readonly scores: Uint8Array;
};

const lengthMax = 1000;
const beyondBmp = /[\u{10000}-\u{10ffff}]/gu;
/** An apostrophe in front of a letter is a part of the word. */
const separators = /[^\p{L}]+(?<!['`’])/gu;
/** First bytes of letters that the n-grams were counted without. */
const uncounted = /[\xc7\xca-\xcd\xd4\xdc-\xdf\xee]/g;
const space = 32;
const ngramBytes = 6;
const stride = { length: 4, step: 3 };
const wordBytesMax = 70;
/** Bytes after which no word begins, and after which a word is cut. */
const textBytes = { soft: 350, hard: 380 };
/** Scores are stored without what all have. */
const least = 53;
/** Half of the highest score stands at this many points for each n-gram. */
const half = 25;

const encoder = new TextEncoder();
let table: Table | null = null;

/** @returns null: no n-gram is of a known language */
export function detectLanguage(text: string): DetectedLanguage | null {
  table ??= readTable();
  const ngrams = ngramsOf(text);
  const points = addPoints(ngrams, table);
  const { languages } = table;
  const ranked = [...points.entries()]
    .filter(([, sum]) => sum > 0)
    .map(([place, sum]): [string, number] => [
      languages[place] ?? "",
      sum / ngrams.size / (sum / ngrams.size + half),
    ])
    .sort(([, one], [, other]) => other - one);
  const [first] = ranked;
  return first === undefined ? null : { code: first[0], scores: new Map(ranked) };
}

function readTable(): Table {
  const bytes = bytesOfBase64(stored.ngrams);
  const counts = bytesOfBase64(stored.counts);
  const ngrams = Float64Array.from(counts, (_, at) =>
    numberOf(bytes.subarray(at * ngramBytes, (at + 1) * ngramBytes)),
  );
  const starts = new Uint32Array(counts.length + 1);
  for (const [at, count] of counts.entries()) starts[at + 1] = (starts[at] ?? 0) + count;
  const [codes, scores] = [bytesOfBase64(stored.codes), bytesOfBase64(stored.scores)];
  return { languages: stored.languages.split(" "), ngrams, starts, codes, scores };
}

/** Sums of points by place of the language. */
function addPoints(ngrams: ReadonlySet<string>, { languages, ...given }: Table): Uint32Array {
  const points = new Uint32Array(languages.length);
  for (const ngram of ngrams) {
    const at = placeOf(ngram, given.ngrams);
    if (at === null) continue;
    const end = given.starts[at + 1] ?? 0;
    for (let each = given.starts[at] ?? 0; each < end; each += 1) {
      const place = given.codes[each] ?? 0;
      points[place] = (points[place] ?? 0) + (given.scores[each] ?? 0) + least;
    }
  }
  return points;
}

/** By binary search. */
function placeOf(ngram: string, ngrams: Float64Array): number | null {
  if (ngram.length > ngramBytes) return null;
  const wanted = numberOf(Array.from(ngram, (character) => character.charCodeAt(0)));
  let [low, high] = [0, ngrams.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ngrams[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return ngrams[low] === wanted ? low : null;
}

function numberOf(bytes: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 1) sum = sum * 256 + (bytes[at] ?? 0);
  return sum;
}

/** Of a text's words, which begin and end with a space: four bytes at every third. A character stands for a byte. */
function ngramsOf(text: string): ReadonlySet<string> {
  const ngrams = new Set<string>();
  for (const word of wordsOf(text)) {
    const length = Math.min(word.length, wordBytesMax);
    let at = 0;
    for (; at + stride.length < length; at += stride.step)
      ngrams.add((at === 0 ? " " : "") + word.slice(at, at + stride.length));
    const rest = word.slice(Math.max(0, length - stride.length));
    ngrams.add(`${at === 0 ? " " : ""}${rest} `);
  }
  return ngrams;
}

function wordsOf(text: string): readonly string[] {
  const words = text.slice(0, lengthMax).replace(beyondBmp, " ").replace(separators, " ");
  const bytes = encoder.encode(words.trim().toLowerCase());
  return String.fromCharCode(...bytes.subarray(0, cutOf(bytes)))
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => word.replace(uncounted, " "));
}

/** Where the words that are read end. */
function cutOf(bytes: Uint8Array): number {
  let end = Math.min(bytes.length, textBytes.soft + 1);
  while (end < bytes.length && bytes[end] !== space) {
    const isBetweenCharacters = ((bytes[end] ?? 0) & 0xc0) !== 0x80;
    if (end > textBytes.hard && isBetweenCharacters) break;
    end += 1;
  }
  return end;
}
