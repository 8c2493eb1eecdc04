import { searchTerms, searchWords, type SearchTerm } from "../filter/search-terms";

/** Words of a search that follow each other in a text. */
export type Pattern = {
  /** Position of its term in the search. */
  readonly term: number;
  /** As in the full-text index, at least one. */
  readonly words: readonly string[];
  /** The last word is a prefix. */
  readonly isUnfinished: boolean;
};

/** Where a pattern is in a text: UTF-16 offsets, `end` exclusive. */
export type Hit = { readonly term: number; readonly start: number; readonly end: number };

/** The patterns of a search's terms; the word at its end may be unfinished, as when cases are matched. */
export function patternsOf(terms: readonly SearchTerm[]): readonly Pattern[] {
  return terms.flatMap(({ words, isPhrase }, term) =>
    words.length === 0
      ? []
      : [{ term, words, isUnfinished: term === terms.length - 1 && !isPhrase }],
  );
}

/** The words of a pattern one by one: "CS-12" is found in a case that has "CS" and "12". */
export function wordByWord({ term, words, isUnfinished }: Pattern): readonly Pattern[] {
  return words.map((word, at) => ({
    term,
    words: [word],
    isUnfinished: isUnfinished && at === words.length - 1,
  }));
}

/** A word of a text, as in the full-text index, and where it is: UTF-16 offsets, `end` exclusive. */
export type WordPlace = { readonly word: string; readonly start: number; readonly end: number };

/** Letters, digits and what is combined with them; `searchWords` divides the rest of it. */
const tokens = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;
const beyondAscii = /[\u0080-\uffff]/u;
const foreignLetter = /(?!\w)[\p{L}\p{N}\p{Co}\p{M}]/u;

/** Finds all places of some patterns in a text, in order, none overlapping. */
export function findHits(text: string, patterns: readonly Pattern[]): readonly Hit[] {
  const hits = isPlain(text) ? plainHits(text, patterns) : foldedHits(text, patterns);
  let end = 0;
  return hits.filter((hit) => {
    if (hit.start < end) return false;
    end = hit.end;
    return true;
  });
}

/** Whether all letters of a text are as the full-text index has them, but for their case. */
function isPlain(text: string): boolean {
  return !beyondAscii.test(text) || !foreignLetter.test(text);
}

/** Most texts are plain and have none of the words, and are not divided into theirs. */
function plainHits(text: string, patterns: readonly Pattern[]): readonly Hit[] {
  const lower = text.toLowerCase();
  return patterns
    .filter(({ words }) => words.every((word) => lower.includes(word)))
    .flatMap((pattern) =>
      [...lower.matchAll(plainPattern(pattern))].map(({ 0: raw, index }) => ({
        ...{ term: pattern.term, start: index, end: index + raw.length },
      })),
    )
    .sort((one, other) => one.start - other.start);
}

function plainPattern({ words, isUnfinished }: Pattern): RegExp {
  const rest = isUnfinished ? "[a-z0-9]*" : "(?![a-z0-9])";
  return new RegExp(`(?<![a-z0-9])${words.join("[^a-z0-9]+")}${rest}`, "gu");
}

function foldedHits(text: string, patterns: readonly Pattern[]): readonly Hit[] {
  const found = wordPlaces(text);
  return found.flatMap((_, at) =>
    patterns.flatMap((pattern) => {
      const last = found[at + pattern.words.length - 1];
      if (last === undefined || !matchesAt(found, at, pattern)) return [];
      return [{ term: pattern.term, start: found[at]?.start ?? 0, end: last.end }];
    }),
  );
}

/** The words of a text with their places, in order. */
export function wordPlaces(text: string): readonly WordPlace[] {
  return [...text.matchAll(tokens)].flatMap(({ 0: raw, index }) =>
    searchWords(raw).map((word) => ({ word, start: index, end: index + raw.length })),
  );
}

function matchesAt(
  found: readonly WordPlace[],
  at: number,
  { words, isUnfinished }: Pattern,
): boolean {
  return words.every((word, offset) => {
    const said = found[at + offset]?.word;
    if (said === undefined) return false;
    return isUnfinished && offset === words.length - 1 ? said.startsWith(word) : said === word;
  });
}

/** The patterns of a search text. */
export function searchPatterns(text: string): readonly Pattern[] {
  return patternsOf(searchTerms(text));
}
