import { spanKey, type SpanKey } from "@/lib/domain/trace/span";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { withoutExpiredSpans } from "../erasure/purge";
import { withoutErasedSpans } from "../erasure/erase-data";
import type { HashTombstone } from "@/lib/domain/privacy/tombstone";
import { countInBatch, noBatchCounts } from "./batches";
import { statement, type Connection, type Database } from "../port";
import { insertRow } from "../insert-row";
import { maskLateAnswers, type MaskStoredAnswer } from "./mask-late-answers";
import { enqueue, nextRevision } from "../queue";
import { customerFlow, sessionFlow, sharedTurns } from "../queue-rounds";
import { removeReplacedEvents } from "./remove-replaced-events";
import { storeSpans, type SpanToStore } from "./store-spans";

export type WriteResult = {
  /** Spans that are new, or kept in place of the stored version. */
  readonly accepted: number;
  /** Those kept in place of a stored version that differs. */
  readonly overwritten: number;
  /** Log events that are new. */
  readonly events: number;
  readonly duplicate: number;
  /** Not the same as the stored version, which stands. */
  readonly differing: number;
  /** Of an erased customer, not stored. */
  readonly erased: number;
  /** Older than the retention, not stored. */
  readonly expired: number;
};

type Stored = {
  readonly id: number;
  readonly attributeCount: number;
  readonly endUs: number;
  readonly contentHash: Buffer;
  readonly caseId: string | null;
  /** 1: it came to replace what was stored. */
  readonly isReplacement: number;
};

const storedSql = `SELECT s.id, s.attribute_count AS attributeCount, s.end_us AS endUs,
    s.content_hash AS contentHash, i.case_id AS caseId,
    s.is_replacement AS isReplacement
  FROM spans s LEFT JOIN identities i ON i.id = s.identity WHERE s.trace = ? AND s.span_id = ?`;

/** How spans arrive. */
export type Arrival = {
  /** The record of the ingest they come with. */
  readonly batch: number;
  /** Microseconds since 1970, for the age of the queue's entries, of tombstones and of what is sealed only. */
  readonly nowUs: number;
  /** Recognises erased customers. */
  readonly hashTombstone: HashTombstone;
  /** Masks an answer whose question comes after it, in another log event. */
  readonly maskAnswer: MaskStoredAnswer;
  /**
   * Whether a version that differs replaces the stored one, the last one so sent being kept, also against versions that
   * are sent later without; absent: not.
   */
  readonly replaces?: boolean;
  /** Public id of the token that they came with; absent: they came without. */
  readonly token?: string;
};

/**
 * Stores spans in one transaction and enqueues what they touch. The same span twice gives one row; of two versions the
 * greater by (attributes, end, content) is kept, unless one of them arrived to replace what is stored.
 */
export function writeSpans(
  db: Database,
  given: readonly StorableSpan[],
  { batch, nowUs, hashTombstone, maskAnswer, replaces: isReplacement = false, token = "" }: Arrival,
): Promise<WriteResult> {
  return db.write(async (connection) => {
    const young = await withoutExpiredSpans(connection, given);
    const spans = await withoutErasedSpans(connection, young, { hashTombstone, nowUs });
    const traces = new Map<string, Trace>();
    const touchedTraces = new Map<string, string | undefined>();
    const touchedCases = new Map<string, string | undefined>();
    const spoken = new Map<SpanKey, { readonly trace: number; readonly spanId: string }>();
    const pending = new Map<SpanKey, SpanToStore>();
    const flush = async () => {
      await storeSpans(connection, [...pending.values()], {
        batch,
        isReplacement,
        sealedUs: nowUs,
      });
      pending.clear();
    };
    let [accepted, overwritten, events, unchanged, differing] = [0, 0, 0, 0, 0];
    for (const span of spans) {
      const trace = await traceOf(connection, traces, span.traceId);
      if (isReplacement && span.part === "event") {
        await flush();
        for (const caseId of await removeReplacedEvents(
          connection,
          { trace: trace.id, batch },
          span,
        )) {
          touch(touchedTraces, String(trace.id), span);
          if (caseId !== null) touch(touchedCases, caseId, span);
        }
      }
      const key = spanKey(span);
      if (pending.has(key)) await flush();
      const stored = await findStored(connection, trace, span.spanId);
      const order = stored === undefined ? 1 : compareVersions(span, stored);
      const stands = order < 0 || stored?.isReplacement === 1;
      if (order === 0 || (stands && !isReplacement)) {
        if (order === 0 || span.part === "event") unchanged += 1;
        else differing += 1;
        if (stored !== undefined && isReplacement) await noteReplacement(connection, stored.id);
        continue;
      }
      if (span.part !== "event") {
        accepted += 1;
        if (stored !== undefined) overwritten += 1;
      } else if (stored === undefined) events += 1;
      else unchanged += 1;
      touch(touchedTraces, String(trace.id), span);
      if (stored?.caseId != null) touch(touchedCases, stored.caseId, span);
      pending.set(key, { span, trace: trace.id, stored: stored?.id ?? null });
      const { traceId, parentSpanId } = span;
      if (span.part === "event" && parentSpanId !== null) {
        const of = { trace: trace.id, spanId: parentSpanId };
        spoken.set(spanKey({ traceId, spanId: parentSpanId }), of);
      }
    }
    await flush();
    for (const span of spoken.values()) await maskLateAnswers(connection, span, maskAnswer);
    if (touchedTraces.size > 0) {
      const stamp = { revision: await nextRevision(connection), nowUs };
      for (const [stage, touched] of [
        ["trace", touchedTraces] as const,
        ["case", touchedCases] as const,
      ]) {
        const turns = sharedTurns(
          (key) => touched.get(key),
          () => token,
        );
        await enqueue(connection, stage, touched.keys(), stamp, turns);
      }
    }
    const erased = young.length - spans.length;
    const expired = given.length - young.length;
    const counts = {
      accepted,
      overwritten,
      events,
      duplicate: unchanged,
      differing,
      erased,
      expired,
    };
    await countInBatch(connection, batch, { ...noBatchCounts, ...counts });
    return counts;
  });
}

/** Notes a key with the flow that one of its spans declares: its customer's, else its session's. */
function touch(
  touched: Map<string, string | undefined>,
  key: string,
  { declared }: StorableSpan,
): void {
  const [customerId, session] = [declared.customerId?.[0]?.value, declared.session?.[0]?.value];
  const flow =
    customerId !== undefined
      ? customerFlow(customerId)
      : session !== undefined
        ? sessionFlow(session)
        : undefined;
  touched.set(key, touched.get(key) ?? flow);
}

type Trace = {
  readonly id: number;
  /** For a trace that this transaction made: all its spans. */
  readonly spanIds: Set<string> | null;
};

async function traceOf(
  connection: Connection,
  known: Map<string, Trace>,
  traceId: string,
): Promise<Trace> {
  const before = known.get(traceId);
  if (before !== undefined) return before;
  const stored = await findTrace(connection, traceId);
  const sql = "INSERT INTO traces (trace_id) VALUES (?)";
  const trace =
    stored === undefined
      ? { id: await insertRow(connection, sql, traceId), spanIds: new Set<string>() }
      : { id: stored, spanIds: null };
  known.set(traceId, trace);
  return trace;
}

async function findTrace(connection: Connection, traceId: string): Promise<number | undefined> {
  const sql = "SELECT id FROM traces WHERE trace_id = ?";
  return (await statement<[string], { id: number }>(connection, sql).get(traceId))?.id;
}

/** The stored version; a new trace has none. */
async function findStored(
  connection: Connection,
  { id, spanIds }: Trace,
  spanId: string,
): Promise<Stored | undefined> {
  if (spanIds !== null && !spanIds.has(spanId)) {
    spanIds.add(spanId);
    return undefined;
  }
  return statement<[number, string], Stored>(connection, storedSql).get(id, spanId);
}

/**
 * Above 0 where the span is the greater version; 0: the same. A log event's id is of what was sent: its versions differ
 * in their place among others, which the end has, or in what was known for masking when they came.
 */
function compareVersions(span: StorableSpan, stored: Stored): number {
  const order = span.attributeCount - stored.attributeCount || span.endUs - stored.endUs;
  if (order !== 0 || span.part === "event") return order;
  return Buffer.from(span.contentHash, "hex").compare(stored.contentHash);
}

/** A stored span was sent again to replace others: it stands from now on. */
async function noteReplacement(connection: Connection, id: number): Promise<void> {
  await statement<[number]>(connection, "UPDATE spans SET is_replacement = 1 WHERE id = ?").run(id);
}
