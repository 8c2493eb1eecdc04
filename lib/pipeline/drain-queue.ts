import type { Database } from "@/lib/store/database";
import { markOutdated } from "@/lib/store/mark-outdated";
import { readOverrides, readSettings } from "@/lib/store/decisions";
import { queueStages, readQueue, type QueueEntry, type QueueStage } from "@/lib/store/queue";
import { derivationVersion } from "./derivation-version";
import { deriveDirtyCase } from "./derive-dirty-case";
import { linkDirtyCustomer } from "./link-dirty-customer";
import type { DerivationContext } from "./derivation-context";
import { resolveTraceIdentities } from "./resolve-trace-identities";

/** Entries read from the queue at a time. */
const chunkSize = 200;

export type DrainOptions = {
  /** Microseconds since 1970. */
  readonly now: () => number;
  /** Asked between two entries; true leaves the rest for later. */
  readonly shouldPause?: () => Promise<boolean>;
  readonly onProgress?: (settled: number) => void;
};

export type Drained = {
  readonly settled: number;
  /** The cases that were derived. */
  readonly cases: ReadonlySet<string>;
};

/**
 * Works the queue off, stage by stage: traces' identities, cases, customers' links.
 * Safe beside other workers and after a crash: each entry's answer is stored only if nobody
 * marked the entry again meanwhile.
 */
export async function drainQueue(db: Database, options: DrainOptions): Promise<Drained> {
  const cases = new Set<string>();
  let settled = 0;
  await markOutdated(db, derivationVersion(await readSettings(db)), options.now());
  for (;;) {
    const work = await nextWork(db);
    if (work === null) return { settled, cases };
    // Read after the queue: a decision that came later has marked its entries again.
    const context: DerivationContext = {
      settings: await readSettings(db),
      overrides: await readOverrides(db),
      now: options.now,
    };
    for (const entry of work.entries) {
      if ((await options.shouldPause?.()) === true) return { settled, cases };
      if (!(await workOff(db, work.stage, entry, context))) continue;
      settled += 1;
      if (work.stage === "case") cases.add(entry.key);
    }
    options.onProgress?.(settled);
  }
}

async function nextWork(
  db: Database,
): Promise<{ stage: QueueStage; entries: readonly QueueEntry[] } | null> {
  for (const stage of queueStages) {
    const entries = await readQueue(db, stage, chunkSize);
    if (entries.length > 0) return { stage, entries };
  }
  return null;
}

function workOff(
  db: Database,
  stage: QueueStage,
  entry: QueueEntry,
  context: DerivationContext,
): Promise<boolean> {
  switch (stage) {
    case "trace":
      return resolveTraceIdentities(db, entry, context.overrides, context.now());
    case "case":
      return deriveDirtyCase(db, entry, context);
    case "customer":
      return linkDirtyCustomer(db, entry, context);
  }
}
