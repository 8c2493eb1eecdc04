import { splitSentences } from "@/lib/cases/words/sentences";
import { readForms, type FormedNumber } from "./figure-forms";
import { readTokens } from "./read-tokens";

/** A stretch of a source that a claim is compared with: one sentence or two consecutive ones. */
export type Window = {
  readonly source: number;
  readonly start: number;
  readonly end: number;
  readonly sentences: 1 | 2;
  readonly keys: ReadonlySet<string>;
  readonly forms: readonly FormedNumber[];
};

/** Source texts indexed for comparison with claims. */
export type SourceIndex = {
  readonly keys: ReadonlySet<string>;
  /** Consecutive content words, as "first second". */
  readonly pairs: ReadonlySet<string>;
  /** Words by their letter 4-grams. */
  readonly byGram: ReadonlyMap<string, readonly string[]>;
  readonly windows: readonly Window[];
};

/** Indexes source texts. */
export function indexSources(texts: readonly string[]): SourceIndex {
  const keys = new Set<string>();
  const pairs = new Set<string>();
  const windows: Window[] = [];
  for (const [source, text] of texts.entries()) {
    const contentTokens = readTokens(text).filter((token) => {
      keys.add(token.key);
      return !token.isSmall;
    });
    contentTokens.forEach((token, at) => {
      const next = contentTokens[at + 1];
      if (next !== undefined) pairs.add(`${token.key} ${next.key}`);
    });
    windows.push(...windowsOf(text, source));
  }
  const byGram = new Map<string, string[]>();
  for (const key of keys) {
    for (const gram of gramsOf(key)) {
      const words = byGram.get(gram);
      if (words === undefined) byGram.set(gram, [key]);
      else words.push(key);
    }
  }
  return { keys, pairs, byGram, windows };
}

/** Each sentence, and each two consecutive ones. */
function windowsOf(text: string, source: number): readonly Window[] {
  const single = splitSentences(text).map(({ text: own, start, end }): Window => {
    const tokens = readTokens(own);
    return {
      source,
      start,
      end,
      sentences: 1,
      keys: new Set(tokens.map((token) => token.key)),
      forms: readForms(own, tokens),
    };
  });
  const double = single.flatMap((first, at) => {
    const second = single[at + 1];
    return second === undefined ? [] : [joined(first, second)];
  });
  return [...single, ...double];
}

function joined(first: Window, second: Window): Window {
  return {
    ...first,
    end: second.end,
    sentences: 2,
    keys: new Set([...first.keys, ...second.keys]),
    forms: [...first.forms, ...second.forms],
  };
}

/** The letter 4-grams of a word with its ends marked; a short word is one gram. */
export function gramsOf(key: string): readonly string[] {
  const marked = `^${key}$`;
  if (marked.length <= 4) return [marked];
  return Array.from({ length: marked.length - 3 }, (_, at) => marked.slice(at, at + 4));
}
