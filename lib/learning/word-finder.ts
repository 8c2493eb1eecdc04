import { matchesIn } from "./each-match";
import { openingsOf } from "./pattern-openings";
import type { WordStarts } from "./word-starts";

/** Finds the matches of a pattern. */
export type WordFinder = {
  readonly isIn: (starts: WordStarts) => boolean;
  readonly matchesIn: (starts: WordStarts) => readonly RegExpExecArray[];
};

/**
 * Creates a finder that tries a pattern only at words and signs that begin like a match of it: long alternatives of
 * words are tried at few places instead of at each character. The matches are those of the pattern itself.
 */
export function createWordFinder(pattern: RegExp): WordFinder {
  const openings = openingsOf(pattern);
  const flags = pattern.flags.replace("g", "");
  if (openings === null) {
    const [each, any] = [new RegExp(pattern, `${flags}g`), new RegExp(pattern, flags)];
    return { isIn: ({ text }) => any.test(text), matchesIn: ({ text }) => matchesIn(each, text) };
  }
  const sticky = new RegExp(pattern, `${flags}y`);
  /** The first match from a start on. */
  const find = ({ text, places, keys }: WordStarts, from: number, end: number) => {
    for (let index = from; index < places.length; index += 1) {
      const key = keys[index] ?? 0;
      if ((((openings[key >> 5] ?? 0) >>> (key & 31)) & 1) === 0) continue;
      const place = places[index] ?? 0;
      if (place < end) continue;
      sticky.lastIndex = place;
      const match = sticky.exec(text);
      if (match !== null && match.index >= end) return { match, next: index + 1 };
    }
    return null;
  };
  return {
    isIn: (starts) => find(starts, 0, 0) !== null,
    matchesIn: (starts) => {
      const found: RegExpExecArray[] = [];
      let each = find(starts, 0, 0);
      while (each !== null) {
        found.push(each.match);
        each = find(starts, each.next, each.match.index + each.match[0].length);
      }
      return found;
    },
  };
}
