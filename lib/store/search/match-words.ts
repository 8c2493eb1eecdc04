import {
  addBits,
  addKeys,
  emptyBits,
  growBits,
  keepBits,
  keyFrom,
  replaceKeys,
  type KeyBits,
} from "@/lib/analytics/select/key-bits";
import { rangesOf } from "@/lib/analytics/select/ranges-of";
import { statement, type Connection, type Database, type WordCount } from "../port";
import { flatMapInOrder } from "@/lib/domain/in-order";

/** Words as `searchWords` makes them, at least one; unfinished: the last one is a prefix. */
export type WantedWords = { readonly words: readonly string[]; readonly isUnfinished: boolean };

/**
 * Frequent words with their cases in memory. An entry is updated when it is used, and other words are read from the
 * full-text index, so that both give the same result.
 */
export type KnownWords = Map<string, KnownWord>;

type KnownWord = {
  bits: KeyBits;
  /** How many cases had it when all were read. */
  readonly count: number;
  /** The last change of a case that the bits include. */
  changed: number;
};

/** Words kept per workspace, the most frequent ones: 64 bytes per case at most. */
export const knownMax = 512;

/** Changed cases whose words are read again; beyond, all cases of a word are. */
const changedMax = 10_000;
const rangesMax = 32;
/** Gaps of at most so many keys are read along rather than skipped. */
const gapMax = 1000;

/** Whether a word is worth keeping: its bits take less room than its keys. @param end one past the highest key */
export function isFrequent(count: number, end: number): boolean {
  return count * 32 > end;
}

/**
 * Finds the cases whose conversation has all of some words, in any order. Frequent words are kept from then on.
 * @param end one past the highest key that is of interest
 */
export function matchWords(
  db: Database,
  known: KnownWords,
  { words, isUnfinished }: WantedWords,
  end: number,
): Promise<KeyBits> {
  return db.read(async (connection) => {
    const found: KeyBits[] = [];
    const rare: string[] = [];
    for (const word of isUnfinished ? words.slice(0, -1) : words) {
      const bits = await knownBits(connection, known, word);
      if (bits === null) rare.push(word);
      else found.push(bits);
    }
    if (rare.length > 0) found.push(await readBits(connection, rare, end));
    const all = emptyBits(end).fill(255);
    for (const bits of found) keepBits(all, bits);
    const beginning = words.at(-1);
    // A word without cases ends the search: a prefix may be that of thousands of words.
    if (isUnfinished && beginning !== undefined && keyFrom(all, 0) !== -1) {
      keepBits(all, await findBeginning(connection, known, beginning, end));
    }
    return all;
  });
}

/** Reads which cases have a word, and keeps it. */
export function keepWord(db: Database, known: KnownWords, word: string): Promise<void> {
  return db.read(async (connection) => {
    if (!known.has(word))
      await keep(connection, known, word, await connection.words.listKeys([word]));
  });
}

/**
 * Counts the cases of each word, in the order of words, some words at a time.
 * @param from the first word or any letters before it
 * @returns also one past the highest key of cases, and the next `from`; null at the end
 */
export function countWords(
  db: Database,
  from: string,
  limit: number,
): Promise<{
  readonly counts: readonly WordCount[];
  readonly end: number;
  readonly next: string | null;
}> {
  return db.read(async (connection) => {
    const counts = await connection.words.counts(from, limit);
    const last = counts.at(-1)?.word;
    const next = last === undefined || counts.length < limit ? null : after(last);
    return { counts, end: await endOfKeys(connection), next };
  });
}

/**
 * Matches each word with the prefix separately: SQLite's own prefix search merges the cases of all of them before the
 * first result.
 */
async function findBeginning(
  connection: Connection,
  known: KnownWords,
  beginning: string,
  end: number,
): Promise<KeyBits> {
  const { following } = connection.words;
  const found = emptyBits(end);
  for (
    let word = await following(beginning);
    word?.startsWith(beginning) === true;
    word = await following(after(word))
  ) {
    await addWord(connection, known, word, found);
  }
  return found;
}

async function addWord(
  connection: Connection,
  known: KnownWords,
  word: string,
  others: KeyBits,
): Promise<void> {
  const bits = await knownBits(connection, known, word);
  if (bits !== null) {
    addBits(others, bits);
    return;
  }
  const list = await connection.words.listKeys([word]);
  if (isFrequent(addKeys(others, list), await endOfKeys(connection)))
    await keep(connection, known, word, list);
}

/** A kept word's current cases; null for others. */
async function knownBits(
  connection: Connection,
  known: KnownWords,
  word: string,
): Promise<KeyBits | null> {
  const found = known.get(word);
  if (found === undefined) return null;
  const changed = await lastChange(connection);
  if (found.changed === changed) return found.bits;
  const keys = await changedKeys(connection, found.changed);
  const ranges = keys.length > changedMax ? [] : rangesOf(keys, gapMax);
  if (ranges.length === 0 || ranges.length > rangesMax) {
    return keep(connection, known, word, await connection.words.listKeys([word]));
  }
  found.bits = growBits(found.bits, Math.max(await endOfKeys(connection), (keys.at(-1) ?? 0) + 1));
  for (const range of ranges)
    replaceKeys(found.bits, range, await connection.words.keysBetween(word, range));
  found.changed = changed;
  return found.bits;
}

/** Keeps a word with its cases; beyond the limit the rarest is dropped. */
async function keep(
  connection: Connection,
  known: KnownWords,
  word: string,
  list: string,
): Promise<KeyBits> {
  const bits = emptyBits(await endOfKeys(connection));
  const count = addKeys(bits, list);
  known.set(word, { bits, count, changed: await lastChange(connection) });
  if (known.size > knownMax) {
    const rarest = [...known].reduce((one, other) => (other[1].count < one[1].count ? other : one));
    known.delete(rarest[0]);
  }
  return bits;
}

async function readBits(
  connection: Connection,
  words: readonly string[],
  end: number,
): Promise<KeyBits> {
  const bits = emptyBits(end);
  addKeys(bits, await connection.words.listKeys(words));
  return bits;
}

/** Keys of cases that were written or removed after a change, ascending; at most one more than the limit, of each. */
async function changedKeys(connection: Connection, changed: number): Promise<number[]> {
  type Row = { readonly key: number };
  const sqls = [
    "SELECT id AS key FROM cases WHERE changed > ? LIMIT ?",
    "SELECT key FROM removed_cases WHERE changed > ? LIMIT ?",
  ];
  return (
    await flatMapInOrder(sqls, (sql) =>
      statement<[number, number], Row>(connection, sql).all(changed, changedMax + 1),
    )
  )
    .map(({ key }) => key)
    .sort((one, other) => one - other);
}

async function lastChange(connection: Connection): Promise<number> {
  const sql = `SELECT coalesce(max(changed), -1) AS changed FROM (SELECT max(changed) AS changed FROM cases
    UNION ALL SELECT max(changed) FROM removed_cases) AS ends`;
  return (await statement<[], { readonly changed: number }>(connection, sql).get())?.changed ?? -1;
}

async function endOfKeys(connection: Connection): Promise<number> {
  const sql = "SELECT coalesce(max(id), 0) + 1 AS end FROM cases";
  return (await statement<[], { readonly end: number }>(connection, sql).get())?.end ?? 1;
}

/** The upper bound of a word's extensions in the index: no word has this sign. */
function after(word: string): string {
  return `${word}\u0001`;
}
