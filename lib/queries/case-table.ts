import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import {
  createCaseTable,
  putCases,
  removeCases,
  type CaseTable,
} from "@/lib/rollup/case-table/case-table";
import { followCaseChanges, type CaseChangesReader } from "@/lib/store/case-changes";
import type { Database } from "@/lib/store/database";
import { listCaseKeys } from "@/lib/store/list-case-keys";
import { matchCases } from "./match-cases";

/** A workspace's table of cases and what was read beside it. */
type Follower = {
  readonly table: CaseTable;
  readonly read: CaseChangesReader;
  /** The last refresh, which the next one waits for. */
  refreshed: Promise<void>;
  ranks: { readonly membership: number; readonly places: Uint32Array } | null;
  /** The last few texts that were looked for, each with the version of the table they hold for. */
  readonly matches: Map<string, { readonly version: number; readonly marks: Uint8Array }>;
};

declare global {
  // Development reloads modules; a workspace's table is read once.
  var throughlineCaseTables: WeakMap<Database, Follower> | undefined;
}

/** Rows read in one go: other requests are answered between two of them. */
const sliceRows = 2000;
const sliceKeys = 20_000;
const matchesMax = 8;

/** The table of a workspace's cases, with everything that is committed by now. */
export async function readCaseTable(db: Database): Promise<CaseTable> {
  const follower = followerOf(db);
  const refreshed = follower.refreshed.then(() => refresh(follower));
  // The next caller waits for this one, whether it fails or not.
  follower.refreshed = refreshed.catch(() => undefined);
  await refreshed;
  return follower.table;
}

function followerOf(db: Database): Follower {
  const followers = (globalThis.throughlineCaseTables ??= new WeakMap<Database, Follower>());
  const known = followers.get(db);
  if (known !== undefined) return known;
  const follower: Follower = {
    table: createCaseTable(),
    read: followCaseChanges(db),
    refreshed: Promise.resolve(),
    ranks: null,
    matches: new Map(),
  };
  followers.set(db, follower);
  return follower;
}

async function refresh({ table, read }: Follower): Promise<void> {
  for (;;) {
    const { removed, rows, isDone } = await read(sliceRows);
    removeCases(table, removed);
    putCases(table, rows);
    if (isDone) return;
    await letOthersRun();
  }
}

/**
 * Each key's place in the order of case ids. Read anew when cases have come in since.
 */
export async function readCaseRanks(db: Database): Promise<Uint32Array> {
  const follower = followerOf(db);
  const { membership, end } = follower.table;
  if (follower.ranks?.membership === membership) return follower.ranks.places;
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
  follower.ranks = { membership, places };
  return places;
}

/** Finds the cases that a text finds, and remembers the last few: one entry a key; null where there is no text. */
export async function readCaseMatches(db: Database, text: string): Promise<Uint8Array | null> {
  if (text === "") return null;
  const { table, matches } = followerOf(db);
  const known = matches.get(text);
  if (known?.version === table.version) return known.marks;
  const { version } = table;
  const marks = await matchCases(db, text, table.end);
  matches.delete(text);
  matches.set(text, { version, marks });
  const oldest = matches.keys().next();
  if (matches.size > matchesMax && oldest.done !== true) matches.delete(oldest.value);
  return marks;
}
