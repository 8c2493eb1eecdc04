import { noKnowledge, type StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { DerivedCase } from "@/lib/domain/case/case";
import { caseRow } from "@/lib/analytics/rows/case-row";
import { noFindings } from "@/lib/analytics/rows/case-findings";
import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";
import {
  enqueue,
  nextRevision,
  readQueue,
  type QueueEntry,
  type QueueStage,
} from "@/lib/store/queue";
import { readMergeRevision } from "@/lib/store/cases/merges";
import { writeCases } from "@/lib/store/cases/write-case";
import { dropLocation, emptyLocation } from "./postgres/folder-database";

/** Runs a function with an empty workspace. */
export async function withMemoryStore<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const location = await emptyLocation();
  const db = await openWriter(location);
  try {
    return await work(db);
  } finally {
    await db.close();
    await dropLocation(location);
  }
}

/**
 * Enqueues something as outdated.
 * @returns the queue entry
 */
export async function enqueueOutdated(
  db: Database,
  stage: QueueStage,
  key: string,
): Promise<QueueEntry> {
  await db.write(async (connection) => {
    await enqueue(connection, stage, [key], { revision: await nextRevision(connection), nowUs: 1 });
  });
  const entry = (await readQueue(db, stage, 1000)).find((each) => each.key === key);
  if (entry === undefined) throw new Error(`${key} is not in the queue.`);
  return entry;
}

/** Stores derived cases as the worker does. */
export async function storeCases(
  db: Database,
  cases: readonly DerivedCase[],
  knowledge: StoredKnowledge = noKnowledge,
): Promise<void> {
  for (const derived of cases) {
    const entry = await enqueueOutdated(db, "case", derived.caseId);
    const row = caseRow(derived, defaultSettings, noFindings);
    const rows = {
      ...{ derived, row, knowledge },
      derivedWith: "test",
      contentOf: () => undefined,
    };
    await writeCases(db, [{ entry, rows }], {
      mergeRevision: await readMergeRevision(db),
      nowUs: 1,
    });
  }
}
