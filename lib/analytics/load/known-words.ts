import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import type { Database, WordCount } from "@/lib/store/port";
import {
  countWords,
  isFrequent,
  keepWord,
  knownMax,
  type KnownWords,
} from "@/lib/store/search/match-words";
import { markedWords } from "@/lib/store/search/name-tokens";

/** A workspace's words in memory, and its number of cases when they were read. */
type KeptWords = { readonly known: KnownWords; cases: number };

declare global {
  // Development reloads modules; a workspace's words are kept.
  var throughlineKnownWords: WeakMap<Database, KeptWords> | undefined;
}

/** Words counted at a time: other requests are served in between. */
const sliceWords = 100;

/** The words of a workspace that are in memory. */
export function knownWords(db: Database): KnownWords {
  return keptWords(db).known;
}

/**
 * Loads which cases have the most frequent words, before the first search; again when the number of cases has doubled.
 * @param cases how many there are now
 */
export async function readFrequentWords(db: Database, cases: number): Promise<void> {
  const kept = keptWords(db);
  if (cases === 0 || cases < 2 * kept.cases) return;
  kept.cases = cases;
  for (const { word } of await listFrequentWords(db)) {
    await keepWord(db, kept.known, word);
    await letOthersRun();
  }
}

async function listFrequentWords(db: Database): Promise<readonly WordCount[]> {
  const frequent: WordCount[] = [];
  let from: string | null = "";
  while (from !== null) {
    const { counts, end, next } = await countWords(db, from, sliceWords);
    frequent.push(...counts.filter(({ word, count }) => !isMarked(word) && isFrequent(count, end)));
    // Ids are as many as contacts, and none is frequent.
    from = next !== null && isMarked(next) ? markedWords.until : next;
    await letOthersRun();
  }
  return frequent.sort((one, other) => other.count - one.count).slice(0, knownMax);
}

function isMarked(word: string): boolean {
  return word >= markedWords.from && word < markedWords.until;
}

function keptWords(db: Database): KeptWords {
  const all = (globalThis.throughlineKnownWords ??= new WeakMap<Database, KeptWords>());
  const kept = all.get(db) ?? { known: new Map(), cases: 0 };
  all.set(db, kept);
  return kept;
}
