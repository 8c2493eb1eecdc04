import { setImmediate as nextTurn } from "node:timers/promises";
import type { CaseRecord } from "@/lib/domain/case/case-record";
import type { Reject } from "@/lib/domain/trace/finding";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { isFrameSpan } from "@/lib/ingest/conventions/is-frame-span";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { maskCaseRecord } from "@/lib/ingest/mask/mask-case-record";
import { prepareSpan, type Preparation } from "@/lib/ingest/prepare-span";
import type { IntakePreparation } from "./preparation";
import { writeRejects } from "@/lib/store/spans/batches";
import type { Database } from "@/lib/store/database";
import { writeCaseRecords } from "@/lib/store/decisions/decisions";
import { writeSpans } from "@/lib/store/spans/write-spans";

export type IngestCounts = {
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly records: number;
  /** Spans of single audio or video frames: accepted but not stored. */
  readonly frames: number;
  /** Spans and records of erased customers: not stored. */
  readonly erased: number;
  /** Those older than the retention: not stored. */
  readonly expired: number;
  readonly rejects: readonly Reject[];
};

export type IngestContext = {
  readonly db: Database;
  readonly batch: number;
  readonly preparation: IntakePreparation;
  /** Microseconds since 1970. */
  readonly now: () => number;
  /** Called after each transaction with the counts so far. */
  readonly onProgress?: (counts: IngestCounts) => void;
};

/** A transaction ends when it would exceed either limit: pages' own writes wait for it. */
const spansPerTransaction = 1000;
const charactersPerTransaction = 1_000_000;
const shownRejects = 100;

/**
 * Stores decoded items in short transactions; what has been counted is committed. Reading, masking
 * and hashing happen outside the transaction.
 */
export async function ingestItems(
  items: AsyncIterable<readonly DecodedItem[]>,
  context: IngestContext,
): Promise<IngestCounts> {
  const pending = createPending();
  let counts: IngestCounts = noCounts;
  for await (const group of items) {
    for (const item of group) {
      addItem(pending, item, context.preparation);
      if (isFull(pending)) {
        counts = await flush(pending, counts, context);
      }
    }
  }
  return flush(pending, counts, context);
}

const noCounts: IngestCounts = {
  accepted: 0,
  duplicate: 0,
  rejected: 0,
  records: 0,
  frames: 0,
  erased: 0,
  expired: 0,
  rejects: [],
};

type Pending = {
  spans: StorableSpan[];
  records: CaseRecord[];
  rejects: Reject[];
  frames: number;
  characters: number;
};

function createPending(): Pending {
  return { spans: [], records: [], rejects: [], frames: 0, characters: 0 };
}

function isFull({ spans, records, rejects, characters }: Pending): boolean {
  const count = spans.length + records.length + rejects.length;
  return count >= spansPerTransaction || characters >= charactersPerTransaction;
}

function addItem(pending: Pending, item: DecodedItem, preparation: Preparation): void {
  switch (item.type) {
    case "span": {
      if (isFrameSpan(item.span)) {
        pending.frames += 1;
        return;
      }
      const span = prepareSpan(item.span, item.findings, preparation);
      pending.spans.push(span);
      pending.characters += span.detail.length;
      return;
    }
    case "record":
      pending.records.push(maskCaseRecord(item.record, preparation.masker));
      return;
    case "reject":
      pending.rejects.push(item.reject);
  }
}

async function flush(
  pending: Pending,
  before: IngestCounts,
  { db, batch, preparation, now, onProgress }: IngestContext,
): Promise<IngestCounts> {
  const { spans, records, rejects, frames } = pending;
  const { hashTombstone } = preparation;
  const written =
    spans.length > 0
      ? await writeSpans(db, spans, batch, now(), hashTombstone)
      : { accepted: 0, duplicate: 0, erased: 0, expired: 0 };
  const kept =
    records.length > 0
      ? await writeCaseRecords(db, records, batch, now(), hashTombstone)
      : { added: 0, erased: 0, expired: 0 };
  if (rejects.length > 0) await writeRejects(db, batch, rejects);
  Object.assign(pending, createPending());
  const counts: IngestCounts = {
    accepted: before.accepted + written.accepted + frames,
    duplicate: before.duplicate + written.duplicate,
    rejected: before.rejected + rejects.reduce((sum, reject) => sum + reject.spans, 0),
    records: before.records + kept.added,
    frames: before.frames + frames,
    erased: before.erased + written.erased + kept.erased,
    expired: before.expired + written.expired + kept.expired,
    rejects: [...before.rejects, ...rejects].slice(0, shownRejects),
  };
  onProgress?.(counts);
  // Users' changes and other senders' bodies are processed between two transactions.
  await nextTurn();
  return counts;
}
