import { isNobody } from "../tagger/nobody";
import { lookUpWord } from "../tagger/shipped-tagger";
import type { Candidate } from "../text-masker";
import { normaliseWords } from "./find-numbers";

const namesMost = 50;
const nameWord = /\p{Lu}\p{Ll}[\p{L}\p{M}]+/gu;
/** From this rank on a word is ordinary: "Will the price change?" */
const ordinary = 3;

/**
 * Adds the places of a text where it says again, in whole or in part, a name that was found in it: "$90 (Ingrid)" beside
 * "Ingrid Solberg".
 * @param found ordered, non-overlapping candidates
 * @returns the same, with the repetitions
 */
export function addRepeated(text: string, found: readonly Candidate[]): readonly Candidate[] {
  const names = namesIn(text, found);
  if (names.size === 0) return found;
  const words = [...names]
    // A word that the text also writes in lower case is none: "High Ventilation", "good ventilation".
    .filter((name) => placesOf(text, name.toLowerCase()).length === 0)
    .flatMap((name) => placesOf(text, name))
    .filter((place) => !overlapsOne(place, found))
    .sort((one, other) => one.start - other.start);
  if (words.length === 0) return found;
  const repeated = joinNeighbours(text, words).filter(
    ({ start, end }) => !isNobody(text, start, end),
  );
  return [...found, ...repeated].sort((one, other) => one.start - other.start);
}

function namesIn(text: string, found: readonly Candidate[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { type, start, end } of found) {
    if (type !== "PERSON") continue;
    const words = Array.from(text.slice(start, end).matchAll(nameWord), ([word]) => word);
    const isFull = words.length > 1 && words.some(isKnown);
    for (const word of words) {
      if (names.size < namesMost && (isKnown(word) || (isFull && isRare(word)))) names.add(word);
    }
  }
  return names;
}

function isKnown(word: string): boolean {
  const { isName, isThing, rank } = lookUpWord(word.toLowerCase());
  return isName && !isThing && rank < ordinary;
}

/** True for a word that no list knows: beside a known name, the other half of it. */
function isRare(word: string): boolean {
  const { isThing, rank } = lookUpWord(word.toLowerCase());
  return !isThing && rank === 0;
}

type Place = { readonly start: number; readonly end: number };

const inWord = /[\p{L}\p{M}\p{N}_@<:]/u;

function placesOf(text: string, name: string): Place[] {
  const places: Place[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + 1)) {
    const end = start + name.length;
    const isWord =
      !inWord.test(text.charAt(start - 1)) && !/[\p{L}\p{M}\p{N}_@]/u.test(text.charAt(end));
    if (isWord) places.push({ start, end });
  }
  return places;
}

/** Binary search in ordered, non-overlapping stretches. */
function overlapsOne({ start, end }: Place, found: readonly Candidate[]): boolean {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (found[low]?.start ?? Infinity) < end;
}

/** First and last name side by side are one name. */
function joinNeighbours(text: string, words: readonly Place[]): Candidate[] {
  const joined: Place[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && text.slice(last.end, word.start) === " ") {
      joined[joined.length - 1] = { start: last.start, end: word.end };
    } else joined.push(word);
  }
  return joined.map(({ start, end }) => ({
    type: "PERSON",
    start,
    end,
    value: normaliseWords(text.slice(start, end)),
  }));
}
