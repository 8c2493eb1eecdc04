import type { Connection } from "@/db/connect";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { withoutExpiredSpans } from "../erasure/purge";
import { withoutErasedSpans } from "../erasure/erase-data";
import type { HashTombstone } from "@/lib/domain/privacy/tombstone";
import { countInBatch } from "./batches";
import { writeContent } from "./content-refs";
import { statement, type Database } from "../database";
import { internContent, internDeclaration } from "./intern";
import { enqueue, nextRevision } from "../queue";

export type WriteResult = {
  /** New, or greater than the stored version. */
  readonly accepted: number;
  readonly duplicate: number;
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
};

type Values = (string | number | Buffer | null)[];

const columns = [
  "parent_span_id",
  "name",
  "kind",
  "part",
  "status",
  "start_us",
  "end_us",
  "attribute_count",
  "content_hash",
  "declared",
  "model",
  "prompt_name",
  "prompt_version",
  "tool_name",
  "is_tool_error",
  "is_text_stripped",
  "is_speaking",
  "system",
  "input",
  "output",
  "extra",
  "resource",
  "detail",
  "batch",
] as const;

const insertSql = `INSERT INTO spans (${columns.join(", ")}, trace, span_id)
  VALUES (${columns.map(() => "?").join(", ")}, ?, ?)`;
/** Its identity stays until the trace is resolved again, so that its case is not derived without it meanwhile. */
const replaceSql = `UPDATE spans SET ${columns
  .map((column) => `${column} = ?`)
  .join(", ")} WHERE trace = ? AND span_id = ?`;
const storedSql = `SELECT s.id, s.attribute_count AS attributeCount, s.end_us AS endUs,
    s.content_hash AS contentHash, i.case_id AS caseId
  FROM spans s LEFT JOIN identities i ON i.id = s.identity WHERE s.trace = ? AND s.span_id = ?`;

/**
 * Stores spans in one transaction and enqueues what they touch. The same span twice gives one row; of two versions the
 * greater by (attributes, end, content) is kept.
 * @param batch the record of the ingest they came with
 * @param nowUs microseconds since 1970, for the age of the queue's entries and of tombstones only
 * @param hashTombstone recognises erased customers
 */
export function writeSpans(
  db: Database,
  given: readonly StorableSpan[],
  batch: number,
  nowUs: number,
  hashTombstone: HashTombstone,
): Promise<WriteResult> {
  return db.write((connection) => {
    const young = withoutExpiredSpans(connection, given);
    const spans = withoutErasedSpans(connection, young, { hashTombstone, nowUs });
    const traces = new Map<string, Trace>();
    const touchedTraces = new Set<string>();
    const touchedCases = new Set<string>();
    let accepted = 0;
    for (const span of spans) {
      const trace = traceOf(connection, traces, span.traceId);
      const stored = findStored(connection, trace, span.spanId);
      if (stored !== undefined && !isGreater(span, stored)) continue;
      accepted += 1;
      touchedTraces.add(String(trace.id));
      if (stored?.caseId != null) touchedCases.add(stored.caseId);
      writeSpan(connection, { trace: trace.id, batch }, span, stored);
    }
    if (accepted > 0) {
      const stamp = { revision: nextRevision(connection), nowUs };
      enqueue(connection, "trace", touchedTraces, stamp);
      enqueue(connection, "case", touchedCases, stamp);
    }
    const duplicate = spans.length - accepted;
    const erased = young.length - spans.length;
    const expired = given.length - young.length;
    countInBatch(connection, batch, { accepted, duplicate, rejected: 0, erased, expired });
    return { accepted, duplicate, erased, expired };
  });
}

type Trace = {
  readonly id: number;
  /** For a trace that this transaction made: all its spans. */
  readonly spanIds: Set<string> | null;
};

function traceOf(connection: Connection, known: Map<string, Trace>, traceId: string): Trace {
  const before = known.get(traceId);
  if (before !== undefined) return before;
  const sql = "INSERT INTO traces (trace_id) VALUES (?) ON CONFLICT DO NOTHING";
  const made = statement<[string]>(connection, sql).run(traceId);
  const trace =
    made.changes > 0
      ? { id: Number(made.lastInsertRowid), spanIds: new Set<string>() }
      : { id: findTrace(connection, traceId), spanIds: null };
  known.set(traceId, trace);
  return trace;
}

function findTrace(connection: Connection, traceId: string): number {
  const sql = "SELECT id FROM traces WHERE trace_id = ?";
  const found = statement<[string], { id: number }>(connection, sql).get(traceId);
  if (found === undefined) throw new Error("A trace is neither there nor could be made.");
  return found.id;
}

/** The stored version; a new trace has none. */
function findStored(
  connection: Connection,
  { id, spanIds }: Trace,
  spanId: string,
): Stored | undefined {
  if (spanIds !== null && !spanIds.has(spanId)) {
    spanIds.add(spanId);
    return undefined;
  }
  return statement<[number, string], Stored>(connection, storedSql).get(id, spanId);
}

function isGreater(span: StorableSpan, stored: Stored): boolean {
  if (span.attributeCount !== stored.attributeCount)
    return span.attributeCount > stored.attributeCount;
  if (span.endUs !== stored.endUs) return span.endUs > stored.endUs;
  return Buffer.from(span.contentHash, "hex").compare(stored.contentHash) > 0;
}

function writeSpan(
  connection: Connection,
  { trace, batch }: { readonly trace: number; readonly batch: number },
  span: StorableSpan,
  stored: Stored | undefined,
): void {
  const values = [...valuesOf(connection, span), batch, trace, span.spanId];
  let id: number;
  if (stored === undefined) {
    id = Number(statement<Values>(connection, insertSql).run(...values).lastInsertRowid);
  } else {
    id = stored.id;
    statement<Values>(connection, replaceSql).run(...values);
    statement<[number]>(connection, "DELETE FROM span_findings WHERE span = ?").run(id);
    statement<[number]>(connection, "DELETE FROM span_pii WHERE span = ?").run(id);
  }
  for (const { code, detail } of span.findings) {
    const sql = "INSERT INTO span_findings (span, code, detail) VALUES (?, ?, ?)";
    statement<[number, string, string]>(connection, sql).run(id, code, detail);
  }
  for (const { place, type, pseudonym } of span.pii) {
    const sql = "INSERT INTO span_pii (span, place, type, pseudonym) VALUES (?, ?, ?, ?)";
    statement<[number, string, string, string]>(connection, sql).run(id, place, type, pseudonym);
  }
}

/** In the order of `columns`, but for the batch. */
function valuesOf(connection: Connection, span: StorableSpan): Values {
  const saysNothing = Object.keys(span.declared).length === 0;
  return [
    span.parentSpanId,
    span.name,
    span.kind,
    span.part,
    span.status,
    span.startUs,
    span.endUs,
    span.attributeCount,
    Buffer.from(span.contentHash, "hex"),
    saysNothing ? null : internDeclaration(connection, JSON.stringify(span.declared)),
    span.model,
    span.promptName,
    span.promptVersion,
    span.toolName,
    span.isToolError ? 1 : 0,
    span.isTextStripped ? 1 : 0,
    span.isSpeaking ? 1 : 0,
    span.system === null ? null : internContent(connection, span.system),
    writeContent(connection, span.input),
    writeContent(connection, span.output),
    span.extra === null ? null : JSON.stringify(span.extra),
    internContent(connection, span.resource),
    span.detail,
  ];
}
