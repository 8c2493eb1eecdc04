import { readReplays } from "@/lib/store/gate/replays";
import { removeRun as forgetRun } from "@/lib/store/gate/runs";
import { removeData, readRemoval, type Removal, type Removed } from "@/lib/store/spans/remove-data";
import { blankRetired } from "@/lib/store/spans/retired-rows";
import type { Database } from "@/lib/store/port";

const nothing: Removed = { spans: 0, events: 0, records: 0, rejects: 0, cases: 0 };

/** What removing a run would remove. */
export async function planRunRemoval(db: Database, run: string): Promise<Removed> {
  return eachReplay(db, run, (removal) => readRemoval(db, removal));
}

/**
 * Removes a run with its traces as if they had never come; verdicts on it stay, and count as attempts.
 * @param nowUs microseconds since 1970
 * @param settle drains the queue
 */
export async function removeRun(
  db: Database,
  run: string,
  nowUs: number,
  settle: () => Promise<void>,
): Promise<Removed> {
  const removed = await eachReplay(db, run, (removal) => removeData(db, removal, nowUs));
  await db.write(async (connection) => {
    await forgetRun(connection, run);
  });
  await settle();
  await blankRetired(db);
  return removed;
}

async function eachReplay(
  db: Database,
  run: string,
  work: (removal: Removal) => Promise<Removed>,
): Promise<Removed> {
  let sum = nothing;
  for (const { caseId } of await readReplays(db, run)) {
    const one = await work({ kind: "case", caseId });
    sum = {
      ...sum,
      spans: sum.spans + one.spans,
      events: sum.events + one.events,
      cases: sum.cases + 1,
    };
  }
  return sum;
}
