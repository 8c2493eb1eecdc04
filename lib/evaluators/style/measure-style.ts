import type { Message, Quote } from "@/lib/domain/case/case";
import type { PersonaAttribute } from "@/lib/domain/settings/persona-contract";
import { splitSentences, withLineBreaks } from "@/lib/cases/words/sentences";
import { maskedPattern } from "@/lib/domain/privacy/pseudonym";
import { createWordFinder, createWordFinders } from "@/lib/learning/word-finder";
import { readWords, wordsBetween } from "@/lib/learning/read-words";
import { rememberText } from "@/lib/learning/remember-text";
import { remember } from "../remember";
import { findLowerWordStarts, findWordStarts } from "@/lib/learning/word-starts";
import {
  apologies,
  contractionMarkers,
  directnessMarkers,
  emoji,
  empathyMarkers,
  formalityMarkers,
  hedges,
  warmthMarkers,
  type StyleMarkers,
} from "./style-markers";
import { countSyllables } from "./count-syllables";

/** One style feature in the contract's unit. */
type StyleMeasure = {
  readonly value: number;
  /** Standard error for this number of words. */
  readonly error: number;
  /** Quotes that raise and lower the feature, in order. */
  readonly much: readonly Quote[];
  readonly little: readonly Quote[];
};

export type StyleMeasures = {
  readonly words: number;
  readonly of: (attribute: PersonaAttribute) => StyleMeasure | null;
};

/** A pseudonym counts as one short word, like most names. */
const maskedWord = "name";

/** Weight of a sentence without markers: four outweigh one marker. */
const plainWeight = 0.25;
const contractionPlacesMin = 4;
const sentencesMin = 3;
/** Flesch–Kincaid grade level (1975): 0.39 words per sentence + 11.8 syllables per word − 15.59. */
const gradeOf = (wordsASentence: number, syllablesAWord: number) =>
  0.39 * wordsASentence + 11.8 * syllablesAWord - 15.59;

/**
 * Measures the style of messages.
 * @returns per attribute of a persona contract its measure, or null if there are too few words
 */
export function measureStyle(messages: readonly Message[]): StyleMeasures {
  const spoken = messages.flatMap(spokenBy);
  const words = spoken.reduce((sum, { syllables }) => sum + syllables.length, 0);
  const scale = (markers: StyleMarkers) => onScale(messages, markers, spoken.length);
  const rate = (pattern: RegExp) => perHundred(findMarkers(messages, pattern), words);
  const measures: Readonly<Record<PersonaAttribute, () => StyleMeasure | null>> = {
    formality: () => scale(formalityMarkers),
    warmth: () => scale(warmthMarkers),
    empathy: () => scale(empathyMarkers),
    directness: () => scale(directnessMarkers),
    contractionRate: () => contractionRate(messages),
    sentenceLength: () => sentenceLength(spoken),
    readingGrade: () => readingGrade(spoken, words),
    emojiRate: () => rate(emoji),
    hedgingRate: () => rate(hedges),
    apologyRate: () => rate(apologies),
  };
  return { words, of: (attribute) => (words === 0 ? null : measures[attribute]()) };
}

/** A sentence with words. */
type Spoken = {
  /** Of each word, in order. */
  readonly syllables: readonly number[];
  readonly quote: Quote;
};

/** A message's sentences with words. */
function spokenBy({ ordinal, text: whole }: Message): readonly Spoken[] {
  const read = readWords(withLineBreaks(whole));
  return splitSentences(whole).flatMap(({ text, start, end }) => {
    const words = text.includes("<")
      ? readWords(text.replace(maskedPattern, maskedWord)).words
      : wordsBetween(read, start, end);
    if (words.length === 0) return [];
    return [{ syllables: words.map(countSyllables), quote: { message: ordinal, start, end } }];
  });
}

/** The matches of a global pattern in the messages, each with what a group of it captured before it; patterns without the `i` flag are matched against lower case. */
export function findMarkers(messages: readonly Message[], pattern: RegExp): readonly Quote[] {
  const isUsual = usual.includes(pattern);
  return messages.flatMap((message) =>
    quotesOf(
      message,
      isUsual ? (usualIn(message.text).get(pattern) ?? []) : markersIn(pattern, message.text),
    ),
  );
}

/** The patterns that each message is searched for. */
const usual: readonly RegExp[] = [
  ...[
    formalityMarkers,
    warmthMarkers,
    empathyMarkers,
    directnessMarkers,
    contractionMarkers,
  ].flatMap(({ much, little }) => [much, little]),
  emoji,
  hedges,
  apologies,
];
const findUsual = createWordFinders(usual);

type Marker = Pick<Quote, "start" | "end">;

function quotesOf({ ordinal }: Message, markers: readonly Marker[]): readonly Quote[] {
  return markers.map(({ start, end }) => ({ message: ordinal, start, end }));
}

/** By usual pattern the matches in a text, if it has any; memoised: several evaluators look for the same. */
const usualIn = rememberText((text): ReadonlyMap<RegExp, readonly Marker[]> => {
  const found = findUsual(findLowerWordStarts(text));
  const present = usual.filter((_, index) => found[index]);
  return new Map(present.map((pattern) => [pattern, markersIn(pattern, text)]));
});

function markersIn(pattern: RegExp, text: string): readonly Marker[] {
  return finderOf(pattern)
    .matchesIn(pattern.ignoreCase ? findWordStarts(text) : findLowerWordStarts(text))
    .map((match) => ({
      start: match.index - (match[1] ?? match[2] ?? "").length,
      end: match.index + match[0].length,
    }));
}

const finderOf = remember(createWordFinder);

/** 1 to 5; 3 without any marker. */
function onScale(
  messages: readonly Message[],
  markers: StyleMarkers,
  sentences: number,
): StyleMeasure {
  const much = findMarkers(messages, markers.much);
  const little = findMarkers(messages, markers.little);
  const marked = much.length + little.length;
  const weight = marked + plainWeight * sentences;
  return {
    value: 3 + (2 * (much.length - little.length)) / Math.max(weight, plainWeight),
    error: (2 * Math.sqrt(Math.max(marked, 1))) / (weight + 1),
    much,
    little,
  };
}

function contractionRate(messages: readonly Message[]): StyleMeasure | null {
  const much = findMarkers(messages, contractionMarkers.much);
  const little = findMarkers(messages, contractionMarkers.little);
  const places = much.length + little.length;
  if (places < contractionPlacesMin) return null;
  const smoothed = (much.length + 1) / (places + 2);
  return {
    value: (100 * much.length) / places,
    error: 100 * Math.sqrt((smoothed * (1 - smoothed)) / places),
    much,
    little,
  };
}

/** Counts are Poisson: standard error = square root of the count, at least 1. */
function perHundred(much: readonly Quote[], words: number): StyleMeasure {
  const hundreds = words / 100;
  const error = Math.sqrt(Math.max(much.length, 1)) / hundreds;
  return { value: much.length / hundreds, error, much, little: [] };
}

function sentenceLength(sentences: readonly Spoken[]): StyleMeasure | null {
  if (sentences.length < sentencesMin) return null;
  const lengths = sentences.map(({ syllables }) => syllables.length);
  const mean = lengths.reduce((sum, each) => sum + each, 0) / lengths.length;
  const variance =
    lengths.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (lengths.length - 1);
  const byLength = sentences.toSorted((a, b) => b.syllables.length - a.syllables.length);
  return {
    value: mean,
    error: Math.sqrt(variance / lengths.length),
    much: byLength.slice(0, 1).map(({ quote }) => quote),
    little: byLength.slice(-1).map(({ quote }) => quote),
  };
}

function sumOfSyllables(sentences: readonly Spoken[], valueOf: (count: number) => number): number {
  let sum = 0;
  for (const { syllables } of sentences) for (const each of syllables) sum += valueOf(each);
  return sum;
}

function readingGrade(sentences: readonly Spoken[], words: number): StyleMeasure | null {
  const length = sentenceLength(sentences);
  if (length === null) return null;
  const perWord = sumOfSyllables(sentences, (each) => each) / words;
  const spread = sumOfSyllables(sentences, (each) => (each - perWord) ** 2) / words;
  const { much, little } = length;
  return {
    value: Math.max(0, gradeOf(length.value, perWord)),
    error: Math.hypot(0.39 * length.error, 11.8 * Math.sqrt(spread / words)),
    much,
    little,
  };
}
