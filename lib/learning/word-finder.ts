import { matchesIn } from "./each-match";
import { openingsOf } from "./pattern-openings";
import type { WordStarts } from "./word-starts";

/** Finds the matches of a pattern. */
export type WordFinder = {
  readonly isIn: (starts: WordStarts) => boolean;
  readonly matchesIn: (starts: WordStarts) => readonly RegExpExecArray[];
};

function hasKey(keys: Uint32Array, key: number): boolean {
  return (((keys[key >> 5] ?? 0) >>> (key & 31)) & 1) === 1;
}

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
      if (!hasKey(openings, keys[index] ?? 0)) continue;
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

/**
 * Creates a function that tells for each of some patterns whether a text has a match of it, in one walk through the
 * text's words.
 */
export function createWordFinders(
  patterns: readonly RegExp[],
): (starts: WordStarts) => readonly boolean[] {
  const read = patterns.map((pattern) => {
    const flags = pattern.flags.replace("g", "");
    const openings = openingsOf(pattern);
    return {
      openings,
      anywhere: new RegExp(pattern, flags),
      here: new RegExp(pattern, `${flags}y`),
    };
  });
  /** By key the patterns of which a match may begin there. */
  const possible: (readonly number[] | undefined)[] = [];
  const possibleAt = (key: number) =>
    read.flatMap(({ openings }, index) =>
      openings !== null && hasKey(openings, key) ? index : [],
    );
  return ({ text, places, keys }) => {
    const found = read.map(({ openings, anywhere }) => openings === null && anywhere.test(text));
    for (const [index, key] of keys.entries()) {
      for (const each of (possible[key] ??= possibleAt(key))) {
        const here = read[each]?.here;
        if (here === undefined || found[each] === true) continue;
        here.lastIndex = places[index] ?? 0;
        found[each] = here.test(text);
      }
    }
    return found;
  };
}
