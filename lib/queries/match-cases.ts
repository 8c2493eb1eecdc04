import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { markKeys } from "@/lib/rollup/case-table/mark-keys";
import type { Database } from "@/lib/store/database";
import { matchIds, matchWords, readSpokenTexts, type KeyList } from "@/lib/store/match-cases";
import { searchTerms, searchWords, type SearchTerm } from "@/lib/view/search-terms";

/** Cases whose messages are read in one go: other requests are answered between two of them. */
const slicePhrases = 200;

type Term = SearchTerm & {
  /** Cases whose own or whose customer's id begins with it. */
  readonly named: readonly KeyList[];
  /** The word at the end of what was typed may be unfinished. */
  readonly isUnfinished: boolean;
};

/**
 * Marks the cases that have everything a text asks for: each word in the conversation or at the beginning
 * of an id, each phrase in quotes in one message. The whole text may also be the beginning of an id.
 * @param end one past the highest key
 * @returns one entry a key, 1 where the case has it all
 */
export async function matchCases(db: Database, text: string, end: number): Promise<Uint8Array> {
  const terms = await readTerms(db, text);
  const marks = new Uint8Array(end).fill(terms.length === 0 ? 0 : 1);
  const spoken = terms.filter(({ named }) => named.length === 0);
  if (spoken.length > 0) keepMarked(marks, await spokenOf(db, spoken, end));
  for (const term of terms) {
    if (term.named.length === 0) continue;
    const either = await spokenOf(db, [term], end);
    for (const keys of term.named) markKeys(either, keys);
    keepMarked(marks, either);
  }
  if (terms.length > 1) for (const keys of await matchIds(db, text)) markKeys(marks, keys);
  return marks;
}

async function readTerms(db: Database, text: string): Promise<readonly Term[]> {
  const terms = searchTerms(text);
  const read = terms.map(async (term, index) => {
    const named = (await matchIds(db, term.text)).filter((keys) => keys !== "");
    return { ...term, named, isUnfinished: index === terms.length - 1 && !term.isPhrase };
  });
  return Promise.all(read);
}

/** Marks the cases whose conversation has the words of all terms, and each phrase in one message. */
async function spokenOf(db: Database, terms: readonly Term[], end: number): Promise<Uint8Array> {
  const marks = new Uint8Array(end);
  // What holds no word, like "%", is said nowhere.
  if (terms.some(({ words }) => words.length === 0)) return marks;
  const words = terms.flatMap((term) => term.words);
  const isUnfinished = terms.at(-1)?.isUnfinished === true;
  markKeys(marks, await matchWords(db, { words, isUnfinished }));
  const phrases = terms.filter((term) => term.isPhrase && term.words.length > 1);
  if (phrases.length > 0) await keepPhrases(db, phrases, marks);
  return marks;
}

/** The index knows which words a case has, not in which order: of those that have them all, the messages say. */
async function keepPhrases(
  db: Database,
  phrases: readonly SearchTerm[],
  marks: Uint8Array,
): Promise<void> {
  const wanted = phrases.map(({ words }) => ` ${words.join(" ")} `);
  for (
    let key = marks.indexOf(1), count = 1;
    key !== -1;
    key = marks.indexOf(1, key + 1), count += 1
  ) {
    const said = (await readSpokenTexts(db, key)).map((text) => ` ${searchWords(text).join(" ")} `);
    if (!wanted.every((phrase) => said.some((text) => text.includes(phrase)))) marks[key] = 0;
    if (count % slicePhrases === 0) await letOthersRun();
  }
}

function keepMarked(marks: Uint8Array, others: Uint8Array): void {
  for (let key = 0; key < marks.length; key += 1) {
    if (others[key] !== 1) marks[key] = 0;
  }
}
