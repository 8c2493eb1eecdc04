import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { liveCaseOf } from "../live/live-case-of";
import type { LiveCase } from "../live/live-case";
import type { Database } from "@/lib/store/port";
import { readCaseEnds, readCaseRevisions } from "@/lib/store/cases/last-words";
import { listCaseRowsByKey } from "@/lib/store/cases/list-case-rows";

type Known = { readonly revision: number; readonly live: LiveCase };
const known = new WeakMap<Database, ReadonlyMap<number, Known>>();

const childrenOfLive = ["contactRows", "handoffRows", "promiseRows"] as const;
/** Cases read at a time: other requests are served in between. */
const sliceCases = 100;

/** Reads some cases for the Live page; those that did not change since are in memory. Deleted ones are left out. */
export async function readLiveCases(
  db: Database,
  keys: readonly number[],
): Promise<readonly LiveCase[]> {
  const revisions = await readCaseRevisions(db, keys);
  const before = known.get(db) ?? new Map<number, Known>();
  const stale = keys.filter((key) => {
    const revision = revisions.get(key);
    return revision !== undefined && before.get(key)?.revision !== revision;
  });
  const read = new Map<number, Known>();
  for (let from = 0; from < stale.length; from += sliceCases) {
    const slice = stale.slice(from, from + sliceCases);
    const ends = new Map((await readCaseEnds(db, slice)).map((end) => [end.key, end]));
    for (const [key, row] of await listCaseRowsByKey(db, slice, childrenOfLive)) {
      const end = ends.get(key);
      if (end === undefined) continue;
      // A write between the reads has a higher revision, so the case is read again the next time.
      read.set(key, { revision: revisions.get(key) ?? -1, live: liveCaseOf(key, row, end) });
    }
    await letOthersRun();
  }
  // Pages of other scopes ask for fewer cases, so the others are kept as long as they were not rewritten.
  const kept = new Map([...(known.get(db) ?? before), ...read]);
  if (kept.size > keptMax)
    for (const key of [...kept.keys()].slice(0, kept.size - keptMax)) kept.delete(key);
  known.set(db, kept);
  return keys.flatMap((key) => {
    const live = (read.get(key) ?? kept.get(key))?.live;
    return live === undefined || !revisions.has(key) ? [] : [live];
  });
}

/** Cases in memory; each takes a few kilobytes. */
const keptMax = 12_000;
