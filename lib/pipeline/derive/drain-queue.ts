import { writeCustomerLinks } from "@/lib/store/cases/customer-links";
import type { Database } from "@/lib/store/database";
import type { TargetKind } from "@/lib/evaluators/contract";
import { evaluators } from "@/lib/evaluators/registry";
import { markOutdated } from "@/lib/store/cases/mark-outdated";
import {
  queueStages,
  readQueue,
  type AnswerStamp,
  type QueueEntry,
  type QueueStage,
  type WaitingEntry,
} from "@/lib/store/queue";
import { writeTraceIdentities } from "@/lib/store/spans/trace-identities";
import { writeCases } from "@/lib/store/cases/write-case";
import { readDerivationContext, type DerivationContext } from "./derivation-context";
import { deriveDirtyCase } from "./derive-dirty-case";
import type { DrainOptions } from "./drain-options";
import { linkDirtyCustomer } from "./link-dirty-customer";
import { rereadDeclarations } from "./reread-declarations";
import { deriveOrQuarantine, storeOrQuarantine } from "./quarantine";
import { resolveTraceIdentities, sessionRules } from "./resolve-trace-identities";

/** Answers stored in one transaction: few enough that a page's own write never waits long. */
const entriesPerTransaction = 32;
/** Answers that took so long together are stored before the next: they would be lost with a thread that is ended, and fill its memory. */
const unstoredMs = 500;

export type Drained = {
  readonly settled: number;
  /** The cases that were derived. */
  readonly cases: ReadonlySet<string>;
};

/**
 * Works the queue off until nothing waits: traces' identities, cases, customers' links.
 * Safe beside other workers and after a crash: each entry's answer is stored only if nobody
 * marked the entry again meanwhile.
 */
export async function drainQueue(db: Database, options: DrainOptions): Promise<Drained> {
  const cases = new Set<string>();
  let settled = 0;
  await markChanges(db, options);
  for (;;) {
    const work = await nextWork(db, options);
    if (work === null || (await options.shouldPause?.()) === true) return { settled, cases };
    // Read after the queue, so that it holds every decision that marked these entries.
    const context = await readDerivationContext(db);
    const done = await workers[work.stage](db, work.entries, context, options);
    settled += done.length;
    const derived = work.stage === "case" ? done.map(({ key }) => key) : [];
    for (const key of derived) cases.add(key);
    options.onSettled?.(done.length, derived);
  }
}

/**
 * Marks what changed code or settings put out of date: cheap where nothing did.
 */
async function markChanges(
  db: Database,
  options: Pick<DrainOptions, "now" | "shouldPause">,
): Promise<void> {
  const { settings, version } = await readDerivationContext(db);
  await rereadDeclarations(db, settings, options);
  await markOutdated(db, version, targetOf, options.now());
}

/** What an evaluator of ours is asked about. */
function targetOf(name: string): TargetKind {
  return evaluators.find((each) => each.name === name)?.target ?? "case";
}

/**
 * What is worked off next: entries of the stage in which one has waited longest, so that traces that
 * keep arriving never hold up the cases. Of stages that wait alike, and from the newest end, the earlier
 * goes first.
 */
async function nextWork(
  db: Database,
  { now, lane, order, settleUs = 0 }: DrainOptions,
): Promise<{ stage: QueueStage; entries: readonly QueueEntry[] } | null> {
  let oldest: { stage: QueueStage; entries: readonly WaitingEntry[] } | null = null;
  for (const stage of queueStages) {
    const nowUs = now();
    const isSettling = stage === "trace" && settleUs > 0;
    const settling = isSettling ? { fromUs: nowUs - settleUs, toUs: nowUs } : undefined;
    const entries = await readQueue(db, stage, entriesPerTransaction, lane, order, settling);
    if (order === "newest" && entries.length > 0) return { stage, entries };
    if (sinceOf(entries) < sinceOf(oldest?.entries)) oldest = { stage, entries };
  }
  return oldest;
}

function sinceOf(entries: readonly WaitingEntry[] | undefined): number {
  return entries?.[0]?.sinceUs ?? Infinity;
}

type StageWorker = (
  db: Database,
  entries: readonly QueueEntry[],
  context: DerivationContext,
  options: DrainOptions,
) => Promise<QueueEntry[]>;

const workers: Readonly<Record<QueueStage, StageWorker>> = {
  trace: (db, entries, context, options) =>
    workOff(
      db,
      { stage: "trace", entries, answer: resolveTraceIdentities },
      context,
      options,
      (answers) => writeTraceIdentities(db, answers, stamp(context, options), sessionRules),
    ),
  case: (db, entries, context, options) =>
    workOff(db, { stage: "case", entries, answer: deriveDirtyCase }, context, options, (answers) =>
      writeCases(db, answers, stamp(context, options)),
    ),
  customer: (db, entries, context, options) =>
    workOff(
      db,
      { stage: "customer", entries, answer: linkDirtyCustomer },
      context,
      options,
      (answers) => writeCustomerLinks(db, answers),
    ),
};

function stamp({ mergeMark }: DerivationContext, { now }: DrainOptions): AnswerStamp {
  return { mergeMark, nowUs: now() };
}

type StageWork<Answer> = {
  readonly stage: QueueStage;
  readonly entries: readonly QueueEntry[];
  readonly answer: (
    db: Database,
    entry: QueueEntry,
    context: DerivationContext,
    options: DrainOptions,
  ) => Promise<Answer>;
};

/** Works out answers one after the other, until they took long or a pause is asked for, and stores them; what fails rests. */
async function workOff<Answer extends { readonly entry: QueueEntry }>(
  db: Database,
  { stage, entries, answer }: StageWork<Answer>,
  context: DerivationContext,
  options: DrainOptions,
  store: (answers: readonly Answer[]) => Promise<QueueEntry[]>,
): Promise<QueueEntry[]> {
  const answers: Answer[] = [];
  const endMs = performance.now() + unstoredMs;
  for (const entry of entries) {
    const isOver = performance.now() >= endMs;
    if (answers.length > 0 && (isOver || (await options.shouldPause?.()) === true)) break;
    options.onBegin?.(stage, entry.key);
    const worked = await deriveOrQuarantine(db, stage, entry, () =>
      answer(db, entry, context, options),
    );
    options.onEnd?.();
    if (worked !== null) answers.push(worked);
  }
  return storeOrQuarantine(db, stage, answers, store);
}
