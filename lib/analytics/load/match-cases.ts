import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import {
  addKeys,
  bytesOf,
  clearBit,
  emptyBits,
  keepBits,
  keyFrom,
  type KeyBits,
} from "../select/key-bits";
import type { Database } from "@/lib/store/port";
import { matchIds, readSpokenTexts, type KeyList } from "@/lib/store/search/match-cases";
import { matchNames } from "@/lib/store/search/find-ids";
import { matchWords } from "@/lib/store/search/match-words";
import { searchTerms, searchWords, type SearchTerm } from "../filter/search-terms";
import { knownWords } from "./known-words";

/** Cases whose messages are read at a time: other requests are served in between. */
const slicePhrases = 200;

type Term = SearchTerm & {
  /** Cases whose own or whose customer's id begins with it, or that it names by a tool, a model, a trace … */
  readonly named: readonly KeyList[];
  /** The word at the end of what was typed may be unfinished. */
  readonly isUnfinished: boolean;
};

/**
 * Finds the cases that match a whole search: each word in the conversation, at the beginning of an id, or the name of
 * a tool, a model or a prompt; each quoted phrase in one message. The whole text may also be such an id or name.
 * @param end one past the highest key
 * @returns one entry per key, 1 where the case matches
 */
export async function matchCases(db: Database, text: string, end: number): Promise<Uint8Array> {
  const terms = await readTerms(db, text);
  const found = emptyBits(end).fill(terms.length === 0 ? 0 : 255);
  const spoken = terms.filter(({ named }) => named.length === 0);
  if (spoken.length > 0) keepBits(found, await spokenOf(db, spoken, end));
  for (const term of terms) {
    if (term.named.length === 0) continue;
    const either = await spokenOf(db, [term], end);
    for (const keys of term.named) addKeys(either, keys);
    keepBits(found, either);
  }
  if (terms.length > 1) {
    const whole = [...(await matchIds(db, text)), ...(await matchNames(db, text))];
    for (const keys of whole) addKeys(found, keys);
  }
  return bytesOf(found, end);
}

async function readTerms(db: Database, text: string): Promise<readonly Term[]> {
  const terms = searchTerms(text);
  const read = terms.map(async (term, index) => {
    const ids = [...(await matchIds(db, term.text)), ...(await matchNames(db, term.text))];
    const named = ids.filter((keys) => keys !== "");
    return { ...term, named, isUnfinished: index === terms.length - 1 && !term.isPhrase };
  });
  return Promise.all(read);
}

/** The cases whose conversation matches all terms. */
async function spokenOf(db: Database, terms: readonly Term[], end: number): Promise<KeyBits> {
  // A term without a word, like "%", matches no text.
  if (terms.some(({ words }) => words.length === 0)) return emptyBits(end);
  const words = terms.flatMap((term) => term.words);
  const isUnfinished = terms.at(-1)?.isUnfinished === true;
  const found = await matchWords(db, knownWords(db), { words, isUnfinished }, end);
  const phrases = terms.filter((term) => term.isPhrase && term.words.length > 1);
  if (phrases.length > 0) await keepPhrases(db, phrases, found);
  return found;
}

/** The index has no word order: phrases are checked in the messages of the cases that have all words. */
async function keepPhrases(
  db: Database,
  phrases: readonly SearchTerm[],
  found: KeyBits,
): Promise<void> {
  const wanted = phrases.map(({ words }) => ` ${words.join(" ")} `);
  for (let key = keyFrom(found, 0), count = 1; key !== -1; key = keyFrom(found, key + 1)) {
    const said = (await readSpokenTexts(db, key)).map((text) => ` ${searchWords(text).join(" ")} `);
    if (!wanted.every((phrase) => said.some((text) => text.includes(phrase)))) clearBit(found, key);
    if (count % slicePhrases === 0) await letOthersRun();
    count += 1;
  }
}
