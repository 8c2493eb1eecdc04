import { isAbbreviation } from "../tagger/nobody";
import { cueBefore } from "./cue-before";
import type { NameText } from "./name-text";

/** What is known of a token by itself. */
export type Known = {
  /** 1 a first name, 2 a last name, 4 an ordinary word, 8 a thing's, 16 a brand's: sums of these. */
  readonly list: number;
  /** How common the word is, as `rankOf`. */
  readonly rank: number;
  readonly form: number;
  readonly isCapital: boolean;
  readonly isInRun: boolean;
};

/** What is known of a token by itself; undefined beyond the text. */
export type KnownAt = (at: number) => Known | undefined;

/** A run of capitalised words, or of words without capitals. */
export type Run = {
  readonly first: number;
  readonly last: number;
  readonly cue: number;
  readonly line: number;
};

/** The run that begins with a token. */
export function runFrom(given: NameText, known: KnownAt, first: number): Run {
  let last = first;
  while (last - first < 7 && isJoined(given, known, first, last)) last += 1;
  return { first, last, cue: cueBefore(given, first), line: lineOf(given, first, last) };
}

function isJoined(
  { text, tokens }: NameText,
  known: KnownAt,
  first: number,
  left: number,
): boolean {
  const [one, two] = [tokens[left], tokens[left + 1]];
  const [start, next] = [known(first), known(left + 1)];
  if (one === undefined || two === undefined || next?.isInRun !== true) return false;
  const isCapital = start?.list === 32 ? known(first + 1)?.isCapital : start?.isCapital;
  const isCase = next.isCapital === isCapital || next.list === 32;
  if (!isCase) return false;
  const gap = text.slice(one.end, two.start);
  if (gap === " " || gap === "-" || gap === "'" || gap === "’") return true;
  return (gap === "." || gap === ". ") && isAbbreviation(text.slice(one.start, one.end));
}

/** Whether a run begins a text or a line, and ends a line or the text. */
function lineOf({ text, tokens }: NameText, first: number, last: number): number {
  const before = text.slice(
    Math.max(0, (tokens[first]?.start ?? 0) - 8),
    tokens[first]?.start ?? 0,
  );
  const after = text.slice(tokens[last]?.end ?? text.length).slice(0, 8);
  const begins = first === 0 ? 2 : /\n[\s–—-]*$/u.test(before) ? 1 : 0;
  const ends =
    last === tokens.length - 1 && after.trim().length < 2 ? 2 : /^[\s.,!]*\n/u.test(after) ? 1 : 0;
  return begins * 3 + ends;
}
