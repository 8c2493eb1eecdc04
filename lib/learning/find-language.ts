import { detectLanguage, type DetectedLanguage } from "./detect-language";
import { countFunctionWords, isForeignFunctionWord } from "./function-words";
import { isOtherScript, letterBeyondAscii } from "./other-script";
import { readWords } from "./read-words";
import { rememberText } from "./remember-text";

/** The language of a text. */
export type TextLanguage = {
  /** ISO 639-1; null: nothing tells. */
  readonly code: string | null;
  /** Whether the text's own words show it, or those of the texts before it; otherwise it is a guess. */
  readonly isSure: boolean;
};

/** Words that are in none: pseudonyms, addresses, numbers, codes. Scripts without spaces write digits in the midst of words. */
const noise =
  /<[A-Z_]{2,40}(?::[0-9a-f]{16})?>|https?:[!-~]+|[^\s\u0600-\uffff]*[\d@_/\\][^\s\u0600-\uffff]*/gu;
const word = /\p{L}[\p{L}\p{M}'’]+/gu;
/** Words with a capital may be names, which are in no language, where enough others stand beside them. */
const capitalised = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}'’-]*/gu;
/** It reads no more of a text either. */
const lengthMax = 1000;

/** Fewest words by which a text is known to be in another language, and the margin over English that they need. */
const enough = { words: 3, margin: 0.15 };
/** Of few words without a letter that English lacks and without a function word of another language: names of streets and towns. */
const enoughOfPlain = { words: 3, margin: 0.5 };
/** In these languages customers write most: less tells them. */
const common: ReadonlySet<string> = new Set(["de", "fr", "es", "it", "pt", "nl"]);
const enoughOfCommon = { words: 3, margin: 0.3 };
const manyWords = 12;
/** For a text in another language than those before it. */
const enoughToChange = { words: 4, margin: 0.2 };
const marginOfEnglish = 0.05;

type Reading = {
  readonly code: string | null;
  readonly words: number;
  readonly margin: number;
  readonly isSure: boolean;
};
const nothing: Reading = { code: null, words: 0, margin: 0, isSure: false };

/** A text that is known to be English by its function words alone, which is quicker to find. */
function readPlainEnglish(text: string): Reading | null {
  if (letterBeyondAscii.test(text)) return null;
  const { words } = readWords(text);
  const { ours, theirs } = countFunctionWords(words);
  if (theirs > 0 || ours * 6 < words.length || ours === 0) return null;
  return { code: "en", words: words.length, margin: 1, isSure: ours >= 2 };
}

const read: (text: string) => Reading = rememberText((given) => {
  const text = given.slice(0, lengthMax);
  const plain = readPlainEnglish(text);
  if (plain !== null) return plain;
  const words = text.replace(noise, " ");
  const lower = words.replace(capitalised, " ");
  const isLong = (lower.match(word)?.length ?? 0) >= enough.words;
  if (!isLong || isOtherScript(words)) return readWordsOf(words);
  const own = readWordsOf(lower);
  if (own.isSure) return own;
  // Names say nothing; but where they agree with the rest, the text is long enough to be sure of.
  const all = readWordsOf(words);
  return own.code === all.code ? all : own;
});

function readWordsOf(words: string): Reading {
  const count = words.match(word)?.length ?? 0;
  if (isOtherScript(words)) {
    const code = detectLanguage(words)?.code ?? null;
    return { code, words: Infinity, margin: 1, isSure: true };
  }
  const result = count === 0 ? null : detectLanguage(words);
  if (result === null) return nothing;
  const { scores } = result;
  const code = likeliestOf(result, words);
  const best = scores.get(code) ?? 0;
  const others = [...scores].map(([other, score]) => (other === code ? 0 : score));
  const margin = best - (code === "en" ? Math.max(0, ...others) : (scores.get("en") ?? 0));
  if (code === "en")
    return {
      code,
      words: count,
      margin,
      isSure: count >= enough.words && margin >= marginOfEnglish,
    };
  const isPlain =
    count < manyWords &&
    !letterBeyondAscii.test(words) &&
    !(words.match(word) ?? []).some(isForeign);
  const needed = !isPlain ? enough : common.has(code) ? enoughOfCommon : enoughOfPlain;
  return { code, words: count, margin, isSure: count >= needed.words && margin >= needed.margin };
}

/** What is hardly English and has a function word of another language is in the next likely one. */
function likeliestOf({ code: best, scores }: DetectedLanguage, words: string): string {
  if (best !== "en" || !(words.match(word) ?? []).some(isForeign)) return best;
  const next = [...scores].find(([code]) => code !== "en");
  return next !== undefined && (scores.get("en") ?? 0) - next[1] < marginOfEnglish ? next[0] : best;
}

function isForeign(written: string): boolean {
  return isForeignFunctionWord(written.toLowerCase());
}

/** A text's language by its own words. Memoised. */
export function readLanguage(text: string): TextLanguage {
  return read(text);
}

/**
 * Whether a text's own words plainly show that it is not English, the only language that evaluators' word lists and
 * weights are for. False of what is too short to tell.
 */
export function isOtherLanguage(text: string): boolean {
  const { code, isSure } = read(text);
  return isSure && code !== "en";
}

/** Whether most of what is said in some texts is plainly not English, by the length of those that show a language. */
export function areOtherLanguage(texts: readonly string[]): boolean {
  const lengths = lengthsByLanguage(texts);
  if (lengths.size === 0) return isOtherLanguage(texts.join("\n"));
  const english = lengths.get("en") ?? 0;
  return [...lengths.values()].reduce((sum, length) => sum + length, 0) > 2 * english;
}

/** The language that most is said in, by the length of the texts that show theirs; null: none does. */
export function languageOfMost(texts: readonly string[]): string | null {
  const lengths = [...lengthsByLanguage(texts)].sort(([, one], [, other]) => other - one);
  return lengths[0]?.[0] ?? null;
}

function lengthsByLanguage(texts: readonly string[]): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const text of texts) {
    const { code, isSure } = read(text);
    if (!isSure || code === null) continue;
    lengths.set(code, (lengths.get(code) ?? 0) + Math.min(text.length, lengthMax));
  }
  return lengths;
}

/** Sums up the language of some texts, one after the other. */
export type LanguageSoFar = {
  /** Adds a text's own language, where it is sure. */
  readonly add: (own: TextLanguage) => void;
  /** That of most texts so far; null: none was sure. */
  readonly current: () => string | null;
};

export function createLanguageSoFar(): LanguageSoFar {
  const counts = new Map<string, number>();
  return {
    add: ({ code, isSure }) => {
      if (isSure && code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
    },
    current: () => {
      let best: string | null = null;
      for (const [code, count] of counts) if (count > (counts.get(best ?? "") ?? 0)) best = code;
      return best;
    },
  };
}

/**
 * A text's language, where its own words do not plainly show another one that of the texts before it.
 * @param soFar of the conversation; null: not known
 */
export function findLanguage(text: string, soFar: string | null): TextLanguage {
  const own = read(text);
  if (soFar === null) return own;
  if (own.code === soFar) return { code: soFar, isSure: true };
  const { words, margin } = enoughToChange;
  const isOther = own.isSure && own.words >= words && own.margin >= margin;
  return isOther ? own : { code: soFar, isSure: true };
}
