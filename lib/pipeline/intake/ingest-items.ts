import { setImmediate as nextTurn } from "node:timers/promises";
import type { ReadColumns } from "@/lib/domain/settings/read-columns";
import type { CaseRecord } from "@/lib/domain/case/case-record";
import type { Reject } from "@/lib/domain/trace/finding";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import type { IntakePreparation } from "./preparation";
import { isStoredSpan } from "./prepare-body";
import type { PreparedBody } from "./threads/preparer-protocol";
import { createSpanChunks } from "./span-chunks";
import type { Preparers } from "./threads/start-preparers";
import type { TakeTurns } from "./threads/take-turns";
import { writeRejects } from "@/lib/store/spans/batches";
import type { Database } from "@/lib/store/port";
import { writeCaseRecords } from "@/lib/store/decisions/decisions";
import { writeSpans } from "@/lib/store/spans/write-spans";

export type IngestCounts = {
  readonly accepted: number;
  /** Spans kept in place of stored ones of the same ids that differ. */
  readonly overwritten: number;
  readonly duplicate: number;
  /** Spans that differ from the stored ones of the same ids, which stand. */
  readonly differing: number;
  readonly rejected: number;
  readonly records: number;
  /** Log events with words of spans that were new. */
  readonly events: number;
  /** Spans of single audio or video frames: accepted but not stored. */
  readonly frames: number;
  /** Spans and records of erased customers: not stored. */
  readonly erased: number;
  /** Those older than the retention: not stored. */
  readonly expired: number;
  readonly rejects: readonly Reject[];
  /** Of a table; null: it is none. */
  readonly columns: ReadColumns | null;
};

export type IngestContext = {
  readonly db: Database;
  readonly batch: number;
  readonly preparation: IntakePreparation;
  /** Whether spans replace those of the same ids that differ; absent: not. */
  readonly replaces?: boolean;
  /** Microseconds since 1970. */
  readonly now: () => number;
  /** Called after each transaction with the counts so far. */
  readonly onProgress?: (counts: IngestCounts) => void;
  /** Threads that prepare spans; absent: all are prepared on this one. */
  readonly preparers?: Preparers;
  /** Whose input it is, for a fair share of threads and of the store; absent: nobody's beside it. */
  readonly owner?: string;
  /** Public id of the token that it came with; absent: it came without. */
  readonly token?: string;
  /** Has transactions wait for those of others; absent: there are none. */
  readonly takeTurns?: TakeTurns;
};

/** A transaction ends when it exceeds either limit: pages' own writes wait for it. */
const spansPerTransaction = 500;
const charactersPerTransaction = 1_000_000;
const shownRejects = 100;
/** Longer names of a table's columns are cut, and more columns left out. */
const [columnNameMax, columnsMax] = [60, 200] as const;

/**
 * Stores decoded items in short transactions, in their order; what has been counted is committed. Reading, masking
 * and hashing happen outside the transaction.
 */
export async function ingestItems(
  items: AsyncIterable<readonly DecodedItem[]>,
  context: IngestContext,
): Promise<IngestCounts> {
  const pending = createPending();
  const chunks = createSpanChunks(context.preparation, context);
  let counts: IngestCounts = noCounts;
  const store = async (inHand: number) => {
    for (let spans = chunks.take(inHand); spans !== null; spans = chunks.take(inHand)) {
      addSpans(pending, await spans);
      if (isFull(pending)) counts = await flush(pending, counts, context);
    }
  };
  for await (const group of items) {
    for (const item of group) {
      if (isStoredSpan(item)) {
        chunks.add(item);
        await store(chunks.inHandMax);
      } else {
        addItem(pending, item, context.preparation);
        if (isFull(pending)) counts = await flush(pending, counts, context);
      }
    }
  }
  chunks.close();
  await store(0);
  return flush(pending, counts, context);
}

/** Stores what was prepared elsewhere, the same way. */
export async function ingestPrepared(
  { spans, rejects, frames }: PreparedBody,
  context: IngestContext,
): Promise<IngestCounts> {
  const pending = { ...createPending(), rejects: [...rejects], frames };
  let counts: IngestCounts = noCounts;
  for (const span of spans) {
    addSpans(pending, [span]);
    if (isFull(pending)) counts = await flush(pending, counts, context);
  }
  return flush(pending, counts, context);
}

/** Where there was nothing to store. */
export const noCounts: IngestCounts = {
  accepted: 0,
  overwritten: 0,
  duplicate: 0,
  differing: 0,
  rejected: 0,
  records: 0,
  events: 0,
  frames: 0,
  erased: 0,
  expired: 0,
  rejects: [],
  columns: null,
};

type Pending = {
  spans: StorableSpan[];
  records: CaseRecord[];
  rejects: Reject[];
  columns: ReadColumns | null;
  frames: number;
  characters: number;
};

function createPending(): Pending {
  return { spans: [], records: [], rejects: [], columns: null, frames: 0, characters: 0 };
}

function isFull({ spans, records, rejects, characters }: Pending): boolean {
  const count = spans.length + records.length + rejects.length;
  return count >= spansPerTransaction || characters >= charactersPerTransaction;
}

function addSpans(pending: Pending, spans: readonly StorableSpan[]): void {
  for (const span of spans) {
    pending.spans.push(span);
    pending.characters += span.detail.length;
  }
}

/** Adds what is no stored span. */
function addItem(pending: Pending, item: DecodedItem, preparation: IntakePreparation): void {
  switch (item.type) {
    case "span":
      pending.frames += 1;
      return;
    case "event":
      return;
    case "record":
      pending.records.push(preparation.masker.record(item.record));
      return;
    case "columns":
      pending.columns = maskColumns(item.columns, preparation);
      return;
    case "reject":
      pending.rejects.push(item.reject);
  }
}

function maskColumns({ read, unread }: ReadColumns, { masker }: IntakePreparation): ReadColumns {
  const mask = (name: string) => masker.text.mask(name.slice(0, columnNameMax)).text;
  return {
    read: read.map(({ name, field }) => ({ name: mask(name), field })),
    unread: unread.slice(0, columnsMax).map(mask),
  };
}

async function flush(
  pending: Pending,
  before: IngestCounts,
  context: IngestContext,
): Promise<IngestCounts> {
  const { takeTurns, owner = "", onProgress } = context;
  const write = () => writePending(pending, before, context);
  const counts = await (takeTurns === undefined ? write() : takeTurns(owner, write));
  onProgress?.(counts);
  // Users' changes and other senders' bodies are processed between two transactions.
  await nextTurn();
  return counts;
}

async function writePending(
  pending: Pending,
  before: IngestCounts,
  { db, batch, preparation, replaces = false, token = "", now }: IngestContext,
): Promise<IngestCounts> {
  const { spans, records, rejects, columns, frames } = pending;
  const { hashTombstone } = preparation;
  const written =
    spans.length > 0
      ? await writeSpans(db, spans, {
          ...{ batch, nowUs: now(), hashTombstone, replaces, token },
          maskAnswer: preparation.masker.answer,
        })
      : noCounts;
  const kept =
    records.length > 0
      ? await writeCaseRecords(db, records, batch, now(), hashTombstone)
      : { added: 0, erased: 0, expired: 0 };
  if (rejects.length > 0) await writeRejects(db, batch, rejects);
  Object.assign(pending, createPending());
  return {
    accepted: before.accepted + written.accepted + frames,
    overwritten: before.overwritten + written.overwritten,
    duplicate: before.duplicate + written.duplicate,
    differing: before.differing + written.differing,
    rejected: before.rejected + rejects.reduce((sum, reject) => sum + reject.spans, 0),
    records: before.records + kept.added,
    events: before.events + written.events,
    frames: before.frames + frames,
    erased: before.erased + written.erased + kept.erased,
    expired: before.expired + written.expired + kept.expired,
    rejects: [...before.rejects, ...rejects].slice(0, shownRejects),
    columns: columns ?? before.columns,
  };
}
