import { setImmediate as letOthersRun } from "node:timers/promises";
import {
  followCaseChanges,
  sumCaseChanges,
  type CaseChangesReader,
  type ChangesPosition,
} from "../cases/case-changes";
import type { AnalyticCase } from "@/lib/analytics/tables/cases-table";
import type { Database } from "../port";
import type { AnalyticSession, AnalyticStore } from "./analytic-store";

/** Analytic tables that follow a workspace's cases. */
export type FollowedCases = {
  /** Begins queries of everything that is committed by now. */
  readonly begin: () => Promise<AnalyticSession>;
  readonly close: () => void;
};

/** Rows read at a time: other requests are served in between. */
const sliceRows = 200;
/** Rows stored at a time. */
const storedRows = 10_000;

/**
 * Opens the tables of a workspace's cases: those of the file, where they are a copy of these cases.
 * @param open opens the tables; `isFresh`: without anything that they held before
 * @param onProgress called with the number of cases read so far while all are read
 */
export function followCases(
  db: Database,
  open: (isFresh: boolean) => Promise<AnalyticStore>,
  onProgress: (cases: number) => void,
): FollowedCases {
  let followed: Promise<Followed> | null = null;
  let refreshed: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;

  async function refresh(): Promise<void> {
    followed ??= openFollowed(db, open);
    try {
      await readChanges(await followed, onProgress);
    } catch (error) {
      // Tables that could not take a change are read anew.
      await followed.then(({ store }) => store.close()).catch(() => undefined);
      followed = openFresh(db, open);
      throw error;
    }
  }

  /** Requests that come while a refresh runs share the next one. */
  function refreshOnce(): Promise<void> {
    next ??= refreshed.then(() => {
      next = null;
      const own = refresh();
      refreshed = own.catch(() => undefined);
      return own;
    });
    return next;
  }

  return {
    begin: async () => {
      await refreshOnce();
      if (followed === null) throw new Error("The analytic tables are closed.");
      return (await followed).store.begin();
    },
    close: () => {
      void followed?.then(({ store }) => store.close()).catch(() => undefined);
      followed = null;
    },
  };
}

type Followed = { readonly store: AnalyticStore; readonly read: CaseChangesReader };

async function openFollowed(
  db: Database,
  open: (isFresh: boolean) => Promise<AnalyticStore>,
): Promise<Followed> {
  const store = await open(false).catch(() => open(true));
  const position = await store.position();
  if (position === null) return { store, read: followCaseChanges(db) };
  const after = JSON.parse(position) as ChangesPosition;
  if (await isCopy(db, store, after)) return { store, read: followCaseChanges(db, after) };
  store.close();
  return openFresh(db, open);
}

async function openFresh(
  db: Database,
  open: (isFresh: boolean) => Promise<AnalyticStore>,
): Promise<Followed> {
  return { store: await open(true), read: followCaseChanges(db) };
}

/**
 * Whether the tables hold these cases and no others, such as those of a file that was restored since. Cases that
 * changed after the position are read later and count on neither side.
 */
async function isCopy(
  db: Database,
  store: AnalyticStore,
  { changed }: ChangesPosition,
): Promise<boolean> {
  const own = await sumCaseChanges(db, changed);
  const session = await store.begin();
  const keys = await session.keys(own.changedLater);
  const [row] = await session.rows(
    `SELECT count(*) AS count, coalesce(sum(changed), 0) AS sum FROM cases
      WHERE key NOT IN (SELECT key FROM ${keys})`,
  );
  await session.end();
  return row?.["count"] === own.count && row["sum"] === own.sum;
}

async function readChanges(
  { store, read }: Followed,
  onProgress: (cases: number) => void,
): Promise<void> {
  const removed = new Set<number>();
  const rows = new Map<number, AnalyticCase>();
  for (let cases = 0; ;) {
    const some = await read(sliceRows);
    // Of a case that changes meanwhile the last state is kept.
    for (const key of some.removed) {
      removed.add(key);
      rows.delete(key);
    }
    for (const row of some.rows) rows.set(row.key, row);
    cases += some.rows.length;
    if (some.isDone || rows.size >= storedRows) {
      const position = JSON.stringify(some.position);
      await store.apply({ removed: [...removed], rows: [...rows.values()], position });
      removed.clear();
      rows.clear();
    }
    if (some.isDone) return;
    onProgress(cases);
    await letOthersRun();
  }
}
