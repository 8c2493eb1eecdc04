import { writeCustomerLinks } from "@/lib/store/cases/customer-links";
import type { Database } from "@/lib/store/port";
import type { TargetKind } from "@/lib/evaluators/contract";
import { evaluators } from "@/lib/evaluators/registry";
import { enqueueOlderVersions } from "@/lib/store/cases/enqueue-older-versions";
import {
  leaveToSlowLane,
  queueStages,
  readQueue,
  type AnswerStamp,
  type QueueEntry,
  type QueueStage,
  type WaitingEntry,
} from "@/lib/store/queue";
import { writeTraceIdentities } from "@/lib/store/spans/trace-identities";
import { readLargeCases } from "@/lib/store/cases/case-input";
import { writeCases } from "@/lib/store/cases/write-case";
import { writeRejudged } from "@/lib/store/cases/write-rejudged";
import { aloneClaims } from "./claims";
import { readDerivationContext, type DerivationContext } from "./derivation-context";
import { deriveDirtyCase } from "./derive-dirty-case";
import type { DrainOptions } from "./drain-options";
import { rejudgeCase } from "./judge-rules";
import { linkDirtyCustomer } from "./link-dirty-customer";
import { rereadSpans } from "./reread-spans";
import { deriveOrQuarantine, storeOrQuarantine } from "./quarantine";
import { resolveTraceIdentities, sessionRules } from "./resolve-trace-identities";

/** Results stored per transaction; kept small so that a page's own write waits only briefly. */
const entriesPerTransaction = 32;
/**
 * Results are stored once they took this long together, which bounds what a terminated thread loses, its memory, and
 * how long an open page waits for a case that was derived first.
 */
const unstoredMs = 100;

export type Drained = {
  readonly settled: number;
  readonly cases: ReadonlySet<string>;
};

/**
 * Processes the queue until it is empty: trace identities, cases, customers' links. Safe with concurrent workers and
 * after a crash: a result is stored only if its entry's revision has not changed meanwhile.
 */
export async function drainQueue(db: Database, options: DrainOptions): Promise<Drained> {
  const { claims = aloneClaims } = options;
  // Those of a round that failed.
  await claims.release();
  const cases = new Set<string>();
  let settled = 0;
  await enqueueOutdated(db, options);
  for (;;) {
    const work = await nextWork(db, options);
    if (work === null || (await options.shouldPause?.()) === true) return { settled, cases };
    // Read after the queue entries, so that it includes every decision that enqueued them.
    const context = await readDerivationContext(db);
    // Settings changed since: what was derived with others must be known before anything is stored with these.
    await enqueueOlderVersions(db, context.version, targetOf, { nowUs: options.now() });
    const entries = await leaveHeavy(db, work.stage, work.entries, options);
    const done = await workers[work.stage](db, entries, context, options);
    await claims.release();
    settled += done.length;
    const isOfCases = work.stage === "case" || work.stage === "rules";
    const derived = isOfCases ? done.map(({ key }) => key) : [];
    for (const key of derived) cases.add(key);
    options.onSettled?.(done.length, derived);
  }
}

/** Enqueues what changed code or settings made outdated; cheap if nothing changed. */
async function enqueueOutdated(
  db: Database,
  options: Pick<DrainOptions, "now" | "maskAnswer" | "remask" | "shouldPause">,
): Promise<void> {
  const { settings, version } = await readDerivationContext(db);
  await rereadSpans(db, settings, options);
  await options.remask?.(db, settings, options);
  await enqueueOlderVersions(db, version, targetOf, { nowUs: options.now() });
}

/** The target kind of one of our evaluators. */
function targetOf(name: string): TargetKind {
  return evaluators.find((each) => each.name === name)?.target ?? "case";
}

/**
 * The next entries: those of the stage whose first entry is of the earliest round, or has waited longest of those. So
 * neither a stream of traces nor cases that all wait for changed rules starve what else waits. On a tie, and with order
 * `newest`, the earlier stage goes first.
 */
async function nextWork(
  db: Database,
  { now, lane, order, settleUs = 0, claims = aloneClaims }: DrainOptions,
): Promise<{ stage: QueueStage; entries: readonly QueueEntry[] } | null> {
  const waiting: { stage: QueueStage; first: WaitingEntry; entries: readonly WaitingEntry[] }[] =
    [];
  const limit = claims.lookAhead(entriesPerTransaction);
  for (const stage of queueStages) {
    const nowUs = now();
    const isSettling = stage === "trace" && settleUs > 0;
    const settling = isSettling ? { fromUs: nowUs - settleUs, toUs: nowUs } : undefined;
    const entries = await readQueue(db, stage, limit, lane, order, settling);
    const [first] = entries;
    if (first !== undefined) waiting.push({ stage, first, entries });
  }
  const inTurn =
    order === "newest"
      ? waiting
      : waiting.toSorted(
          ({ first: one }, { first: other }) =>
            one.round - other.round || one.sinceUs - other.sinceUs,
        );
  for (const { stage, entries } of inTurn) {
    const claimed = await claims.claim(stage, entries, entriesPerTransaction);
    if (claimed.length > 0) return { stage, entries: claimed };
  }
  return null;
}

/** Leaves cases of very many spans to the slow lane, so that nothing waits behind them. @returns the others */
async function leaveHeavy(
  db: Database,
  stage: QueueStage,
  entries: readonly QueueEntry[],
  { spansMax }: DrainOptions,
): Promise<readonly QueueEntry[]> {
  if (spansMax === undefined || (stage !== "case" && stage !== "rules")) return entries;
  const keys = entries.map(({ key }) => key);
  const heavy = await readLargeCases(db, keys, spansMax);
  if (heavy.size === 0) return entries;
  await leaveToSlowLane(db, stage, [...heavy]);
  return entries.filter(({ key }) => !heavy.has(key));
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
      (answers) => writeCustomerLinks(db, answers, options.now()),
    ),
  rules: (db, entries, context, options) =>
    workOff(db, { stage: "rules", entries, answer: rejudgeCase }, context, options, (answers) =>
      writeRejudged(db, answers, stamp(context, options)),
    ),
};

function stamp({ mergeRevision }: DerivationContext, { now }: DrainOptions): AnswerStamp {
  return { mergeRevision, nowUs: now() };
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

/**
 * Derives entries one by one until the time limit or a pause, then stores the results; entries that
 * fail are quarantined.
 */
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
    await options.beforeEntry?.();
    const worked = await deriveOrQuarantine(db, stage, entry, async () => {
      options.onBegin?.(stage, entry.key);
      try {
        return await answer(db, entry, context, options);
      } finally {
        // Also where it failed: waiting for a lock to note that is not the entry's time.
        options.onEnd?.();
      }
    });
    if (worked !== null) answers.push(worked);
  }
  return storeOrQuarantine(db, stage, answers, store);
}
