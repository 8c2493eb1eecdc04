import { utcDayOf } from "@/lib/domain/settings/retention";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { notePurgeDay, readPurgeDay } from "@/lib/store/erasure/purge";
import { isUnswept } from "@/lib/store/erasure/sweep";
import { readQueueState } from "@/lib/store/queue";
import { blankRetired } from "@/lib/store/spans/retired-rows";
import { purgeWorkspace } from "../intake/purge-workspace";
import { removeExpiredOriginals } from "../originals/remove-expired-originals";
import { nowUs } from "@/lib/clock/server";
import { sweepWorkspace } from "./column-files";
import { describeError } from "@/lib/log/describe-error";

const lookMs = 2000;
const doer = { actor: "server", network: "loopback" } as const;

/**
 * Purges a workspace once a UTC day, and takes what was removed out of its file once what it touched is derived.
 * @param onProblem called with a failure that will be retried; holds no personal data
 */
export function startTidying(
  { workspace, db }: { readonly workspace: WorkspaceName; readonly db: Database },
  onProblem: (message: string) => void,
): void {
  let isBusy = false;
  setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    void tidyWorkspace(workspace, db, nowUs())
      .catch((error: unknown) => onProblem(describeError(error)))
      .finally(() => {
        isBusy = false;
      });
  }, lookMs).unref();
}

/**
 * One look: a purge where a day has ended since the last, with which answers' texts from before they were masked go; a
 * sweep where something was removed and nothing waits.
 */
async function tidyWorkspace(workspace: WorkspaceName, db: Database, atUs: number): Promise<void> {
  const { retention } = await readSettings(db);
  await removeExpiredOriginals(db, retention, atUs);
  const today = utcDayOf(atUs);
  const last = await readPurgeDay(db);
  if (last !== today) {
    // On the first day it only begins to count: nothing goes before somebody could see what would.
    if (last !== null) {
      await purgeWorkspace(db, { workspace, retention, nowUs: atUs, doer });
    }
    await blankRetired(db);
    await notePurgeDay(db, today);
  }
  if ((await isUnswept(db)) && (await readQueueState(db)).depth === 0) await sweepWorkspace(db);
}
