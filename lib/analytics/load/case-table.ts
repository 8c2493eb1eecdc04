import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import {
  createCaseTable,
  putCases,
  removeCases,
  advanceAsOf,
  type CaseTable,
} from "../case-table/case-table";
import { createLastChanges, noteLastChanges } from "../case-table/last-changes";
import { createCaseOwners, noteOwners, visibleCases } from "../case-table/visible-cases";
import { MISSING } from "../facets/case-facets";
import type { Scope } from "@/lib/domain/people/permission";
import { followCaseChanges, type CaseChangesReader } from "@/lib/store/cases/case-changes";
import type { Database } from "@/lib/store/port";
import { listCaseKeys } from "@/lib/store/cases/list-case-keys";
import { readColumns } from "./column-files";
import type { KeptTable } from "./kept-table";
import { readFrequentWords } from "./known-words";
import { matchCases } from "./match-cases";
import { createSaving, noteUnsaved, removalWeight, saveColumns } from "./save-columns";
import { flatValues, numbersOf } from "../case-table/dictionary";

declare global {
  // Development reloads modules; a workspace's table is kept.
  var throughlineCaseTables: WeakMap<Database, KeptTable> | undefined;
}

/** Rows read at a time: other requests are served in between. */
const sliceRows = 500;
const sliceKeys = 5000;
const matchesMax = 8;
/** Number of views kept; each takes a byte per case, and its aggregates. */
const visibleMax = 8;

/** Concurrent requests share an `asOf` if they began within this time; microseconds. */
const besideUs = 60_000_000;

/**
 * The table of a workspace's cases, with everything that is committed by now. Its clock only ever goes on: a
 * request that began just before another finds the other's instant, one of an instant well before has a table of
 * its own.
 * @param asOfUs the instant as of which a new table is read, microseconds since 1970
 */
export async function readCaseTable(db: Database, asOfUs: number): Promise<KeptTable> {
  const kept = keptTable(db, asOfUs);
  const refreshed = kept.refreshed.then(() => refresh(kept, asOfUs));
  // The next caller waits for this one, whether it fails or not.
  kept.refreshed = refreshed.catch(() => undefined);
  await refreshed;
  return kept;
}

function keptTable(db: Database, asOfUs: number): KeptTable {
  const tables = (globalThis.throughlineCaseTables ??= new WeakMap<Database, KeptTable>());
  const kept = tables.get(db) ?? createKeptTable(db, false);
  tables.set(db, kept);
  if (!isWellBefore(asOfUs, kept)) return kept;
  if (kept.past === null || isWellBefore(asOfUs, kept.past)) kept.past = createKeptTable(db, true);
  return kept.past;
}

/** Writes the columns of a workspace to their file, where they are not in it: before a server ends. */
export async function saveCaseTable(db: Database): Promise<void> {
  const kept = globalThis.throughlineCaseTables?.get(db);
  if (kept !== undefined) await saveColumns(kept);
}

/** The same of every workspace that is read. */
export async function saveCaseTables(): Promise<void> {
  for (const db of globalThis.throughlineReaders?.values() ?? []) await saveCaseTable(db);
}

/** Frees what was read of a workspace as of an earlier instant. */
export function forgetPastTable(db: Database): void {
  const kept = globalThis.throughlineCaseTables?.get(db);
  if (kept !== undefined) kept.past = null;
}

function isWellBefore(asOfUs: number, { table }: KeptTable): boolean {
  return table.version > 0 && table.asOfUs - asOfUs >= besideUs;
}

function createKeptTable(db: Database, isPast: boolean): KeptTable {
  return {
    ...{ db, isPast },
    ...{ table: createCaseTable(), owners: createCaseOwners(), changes: createLastChanges() },
    ...{ visible: new Map(), read: null, position: null, saving: createSaving() },
    refreshed: Promise.resolve(),
    isFilled: false,
    ranks: null,
    matches: new Map(),
    past: null,
  };
}

/** The view of a table for a scope. */
export function tableInScope(
  { table, owners, visible }: Pick<KeptTable, "table" | "owners" | "visible">,
  scope: Scope | null,
): CaseTable {
  if (scope === null) return table;
  const name = nameOf(scope);
  const own = visible.get(name) ?? visibleCases(table, owners, scope);
  visible.delete(name);
  visible.set(name, own);
  const [oldest] = visible.keys();
  if (visible.size > visibleMax && oldest !== undefined) visible.delete(oldest);
  return own;
}

/** The cache key of a scope, whatever the order of its regions and teams. */
function nameOf({ regions, teams }: Scope): string {
  return JSON.stringify([regions, teams].map((names) => [...new Set(names)].sort()));
}

/**
 * The number of cases within a scope that were read so far into a table that is loading for the first time.
 * @returns null where it is loaded already, or was not requested yet
 */
export function casesReadSoFar(db: Database, scope: Scope | null): number | null {
  const kept = globalThis.throughlineCaseTables?.get(db);
  return kept === undefined || kept.isFilled ? null : tableInScope(kept, scope).count;
}

async function refresh(kept: KeptTable, asOfUs: number): Promise<void> {
  const read = (kept.read ??= await begin(kept, asOfUs));
  const { table, owners, changes } = kept;
  // Were a new table moved on afterwards, every case would be read twice, the second time in one piece.
  if (table.version === 0) advanceAsOf(table, asOfUs);
  for (;;) {
    const { removed, rows, isDone, position } = await read(sliceRows);
    removeCases(table, removed);
    noteOwners(owners, rows);
    noteLastChanges(changes, rows);
    putCases(table, rows);
    kept.position = position;
    kept.isFilled ||= isDone;
    noteUnsaved(kept, rows.length + (removed.length > 0 ? removalWeight : 0));
    if (isDone) return;
    await letOthersRun();
  }
}

/** Begins with the file of columns, where there is one of these cases, else with no case. */
async function begin(kept: KeptTable, asOfUs: number): Promise<CaseChangesReader> {
  const found = await readColumns(kept.db);
  if (found === null) return followCaseChanges(kept.db);
  const { table, owners, changes, position } = found;
  Object.assign(kept, { table, owners, changes, position });
  kept.visible.clear();
  advanceAsOf(table, asOfUs);
  return followCaseChanges(kept.db, position);
}

/** By key: its rank in the order of case ids. Computed anew when cases were added. */
export async function readCaseRanks(db: Database, kept: KeptTable): Promise<Uint32Array> {
  const { membership, end } = kept.table;
  if (kept.ranks?.membership === membership) return kept.ranks.places;
  const places = new Uint32Array(end).fill(end);
  let place = 0;
  let after: string | null = null;
  do {
    const walk = await listCaseKeys(db, after, sliceKeys);
    for (const key of walk.keys) {
      places[key] = place;
      place += 1;
    }
    after = walk.last;
    await letOthersRun();
  } while (after !== null);
  kept.ranks = { membership, places };
  return places;
}

/** Adds the cases that an agent served whose id is the whole search. */
function addServedBy(table: CaseTable, text: string, bits: Uint8Array): void {
  const wanted = text.trim().toLowerCase();
  const { people } = table.dictionaries;
  const agents = flatValues(people, "agent");
  const isWanted = agents.names.map((name) => name !== MISSING && name.toLowerCase() === wanted);
  if (!isWanted.includes(true)) return;
  const isServed = new Uint8Array(people.size).map((_, group) =>
    Number(numbersOf(agents, group).some((number) => isWanted[number])),
  );
  const { people: groups } = table.columns;
  for (let key = 0; key < bits.length; key += 1) {
    if (isServed[groups[key] ?? 0] === 1) bits[key] = 1;
  }
}

/** Finds the cases that match a search, with a cache of the last few: one entry per key; null without a search. */
export async function readCaseMatches(
  db: Database,
  { table, matches }: KeptTable,
  text: string,
): Promise<Uint8Array | null> {
  if (text === "") return null;
  const known = matches.get(text);
  if (known?.version === table.version) return known.bits;
  const { version } = table;
  // Not awaited: what is not in memory yet is looked up in the full-text index.
  void readFrequentWords(db, table.count).catch(() => undefined);
  const bits = await matchCases(db, text, table.end);
  addServedBy(table, text, bits);
  matches.delete(text);
  matches.set(text, { version, bits });
  const oldest = matches.keys().next();
  if (matches.size > matchesMax && oldest.done !== true) matches.delete(oldest.value);
  return bits;
}
