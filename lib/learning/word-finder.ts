import { matchesIn } from "./each-match";
import { openingsOf } from "./pattern-openings";
import { keysMax, type WordStarts } from "./word-starts";

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
 * words are tried at few places instead of at each character. The matches are those of the pattern itself. The pattern
 * is read when it is first used, so that a process that evaluates nothing does not pay for it.
 */
export function createWordFinder(pattern: RegExp): WordFinder {
  let finder: WordFinder | null = null;
  const read = () => (finder ??= readFinder(pattern));
  return {
    isIn: (starts) => read().isIn(starts),
    matchesIn: (starts) => read().matchesIn(starts),
  };
}

function readFinder(pattern: RegExp): WordFinder {
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
 * text's words. The patterns are read when they are first used.
 */
export function createWordFinders(patterns: readonly RegExp[]): WordFinders {
  let finders: WordFinders | null = null;
  return (starts) => (finders ??= readFinders(patterns))(starts);
}

type WordFinders = (starts: WordStarts) => readonly boolean[];

function readFinders(patterns: readonly RegExp[]): WordFinders {
  const read = patterns.map((pattern) => {
    const flags = pattern.flags.replace("g", "");
    const openings = openingsOf(pattern);
    return {
      openings,
      anywhere: new RegExp(pattern, flags),
      here: new RegExp(pattern, `${flags}y`),
    };
  });
  const anywhere = read.flatMap(({ openings }, index) => (openings === null ? index : []));
  /** By key the patterns of which a match may begin there; of full length, since a sparse array is a slow one. */
  const possible = Array.from<readonly number[] | undefined>({ length: keysMax });
  const none = patterns.map(() => false);
  const possibleAt = (key: number) =>
    read.flatMap(({ openings }, index) =>
      openings !== null && hasKey(openings, key) ? index : [],
    );
  return ({ text, places, keys }) => {
    const found = none.slice();
    for (const each of anywhere) found[each] = read[each]?.anywhere.test(text) === true;
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] ?? 0;
      const begin = (possible[key] ??= possibleAt(key));
      for (let at = 0; at < begin.length; at += 1) {
        const each = begin[at] ?? 0;
        const here = read[each]?.here;
        if (here === undefined || found[each] === true) continue;
        here.lastIndex = places[index] ?? 0;
        found[each] = here.test(text);
      }
    }
    return found;
  };
}
