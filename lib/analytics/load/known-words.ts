import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import type { Database } from "@/lib/store/database";
import {
  countWords,
  isFrequent,
  keepWord,
  knownMax,
  type KnownWords,
  type WordCount,
} from "@/lib/store/search/match-words";

/** What is known of a workspace's words, and how many cases it had when they were last read ahead. */
type KeptWords = { readonly known: KnownWords; cases: number };

declare global {
  // Development reloads modules; a workspace's words are read once.
  var throughlineKnownWords: WeakMap<Database, KeptWords> | undefined;
}

/** Words counted in one go: other requests are answered between two of them. */
const sliceWords = 100;

/** The words of a workspace that are in memory. */
export function knownWords(db: Database): KnownWords {
  return keptWords(db).known;
}

/**
 * Reads which cases have the most frequent words, before anybody looks for one; again when a workspace has
 * twice as many cases as the last time.
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
    frequent.push(...counts.filter(({ count }) => isFrequent(count, end)));
    from = next;
    await letOthersRun();
  }
  return frequent.sort((one, other) => other.count - one.count).slice(0, knownMax);
}

function keptWords(db: Database): KeptWords {
  const all = (globalThis.throughlineKnownWords ??= new WeakMap<Database, KeptWords>());
  const kept = all.get(db) ?? { known: new Map(), cases: 0 };
  all.set(db, kept);
  return kept;
}
