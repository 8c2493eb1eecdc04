import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import {
  createCaseTable,
  putCases,
  removeCases,
  advanceAsOf,
  type CaseTable,
} from "../case-table/case-table";
import {
  createCaseOwners,
  noteOwners,
  visibleCases,
  type CaseOwners,
} from "../case-table/visible-cases";
import type { Scope } from "@/lib/domain/people/permission";
import { followCaseChanges, type CaseChangesReader } from "@/lib/store/cases/case-changes";
import type { Database } from "@/lib/store/database";
import { listCaseKeys } from "@/lib/store/cases/list-case-keys";
import { readFrequentWords } from "./known-words";
import { matchCases } from "./match-cases";

/** The table of a workspace's cases, and what was read beside it. */
export type KeptTable = {
  readonly table: CaseTable;
  readonly owners: CaseOwners;
  /** What accounts that see some cases read, by scope; the last used last. */
  readonly visible: Map<string, CaseTable>;
  readonly read: CaseChangesReader;
  /** The last refresh, which the next one waits for. */
  refreshed: Promise<void>;
  /** Whether all cases were read once. */
  isFilled: boolean;
  ranks: { readonly membership: number; readonly places: Uint32Array } | null;
  /** The last few texts that were looked for, each with the version of the table they hold for. */
  readonly matches: Map<string, { readonly version: number; readonly bits: Uint8Array }>;
  /** The same cases as of an instant well before, where somebody asked for one. */
  past: KeptTable | null;
};

declare global {
  // Development reloads modules; a workspace's table is read once.
  var throughlineCaseTables: WeakMap<Database, KeptTable> | undefined;
}

/** Rows read in one go: other requests are answered between two of them. */
const sliceRows = 500;
const sliceKeys = 5000;
const matchesMax = 8;
/** Scopes for which is kept which cases they hold; each is a byte a case, and what was read of these. */
const visibleMax = 8;

/** Requests answered side by side began this long after each other at most; microseconds. */
const besideUs = 60_000_000;

/**
 * The table of a workspace's cases, with everything that is committed by now. Its clock only ever goes on: a
 * request that began just before another finds the other's instant, one of an instant well before has a table of
 * its own.
 * @param asOfUs the instant as of which a new table is read, microseconds since 1970: were it moved on
 *   afterwards, every case would be read twice, the second time in one piece
 */
export async function readCaseTable(db: Database, asOfUs: number): Promise<KeptTable> {
  const kept = keptTable(db, asOfUs);
  if (kept.table.version === 0) advanceAsOf(kept.table, asOfUs);
  const refreshed = kept.refreshed.then(() => refresh(kept));
  // The next caller waits for this one, whether it fails or not.
  kept.refreshed = refreshed.catch(() => undefined);
  await refreshed;
  return kept;
}

function keptTable(db: Database, asOfUs: number): KeptTable {
  const tables = (globalThis.throughlineCaseTables ??= new WeakMap<Database, KeptTable>());
  const kept = tables.get(db) ?? createKeptTable(db);
  tables.set(db, kept);
  if (!isWellBefore(asOfUs, kept)) return kept;
  if (kept.past === null || isWellBefore(asOfUs, kept.past)) kept.past = createKeptTable(db);
  return kept.past;
}

function isWellBefore(asOfUs: number, { table }: KeptTable): boolean {
  return table.version > 0 && table.asOfUs - asOfUs >= besideUs;
}

function createKeptTable(db: Database): KeptTable {
  return {
    table: createCaseTable(),
    owners: createCaseOwners(),
    visible: new Map(),
    read: followCaseChanges(db),
    refreshed: Promise.resolve(),
    isFilled: false,
    ranks: null,
    matches: new Map(),
    past: null,
  };
}

/** What somebody reads of a table: the cases within their scope, and nothing that any other case has. */
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

/** The same for the same regions and teams, in whichever order they were given. */
function nameOf({ regions, teams }: Scope): string {
  return JSON.stringify([regions, teams].map((names) => [...new Set(names)].sort()));
}

/**
 * How many of the cases within a scope were read so far of a table that is being read for the first time.
 * @returns null where it is there already, or nobody asked for it yet
 */
export function casesReadSoFar(db: Database, scope: Scope | null): number | null {
  const kept = globalThis.throughlineCaseTables?.get(db);
  return kept === undefined || kept.isFilled ? null : tableInScope(kept, scope).count;
}

async function refresh(kept: KeptTable): Promise<void> {
  const { table, owners, read } = kept;
  for (;;) {
    const { removed, rows, isDone } = await read(sliceRows);
    removeCases(table, removed);
    noteOwners(owners, rows);
    putCases(table, rows);
    kept.isFilled ||= isDone;
    if (isDone) return;
    await letOthersRun();
  }
}

/**
 * Each key's place in the order of case ids. Read anew when cases have come in since.
 */
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

/** Finds the cases that a text finds, and remembers the last few: one entry a key; null where there is no text. */
export async function readCaseMatches(
  db: Database,
  { table, matches }: KeptTable,
  text: string,
): Promise<Uint8Array | null> {
  if (text === "") return null;
  const known = matches.get(text);
  if (known?.version === table.version) return known.bits;
  const { version } = table;
  // Nobody waits for it: what was not read ahead is looked up in the full-text index.
  void readFrequentWords(db, table.count).catch(() => undefined);
  const bits = await matchCases(db, text, table.end);
  matches.delete(text);
  matches.set(text, { version, bits });
  const oldest = matches.keys().next();
  if (matches.size > matchesMax && oldest.done !== true) matches.delete(oldest.value);
  return bits;
}
