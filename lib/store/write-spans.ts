import type { Connection } from "@/db/connect";
import type { StorableSpan } from "@/lib/domain/storable-span";
import { countInBatch } from "./batches";
import { writeContent } from "./content-refs";
import { statement, type Database } from "./database";
import { internContent, internDeclaration } from "./intern";
import { enqueue, nextMark } from "./queue";

export type WriteResult = {
  /** New, or a version greater than the one that stood. */
  readonly accepted: number;
  readonly duplicate: number;
};

type Standing = {
  readonly id: number;
  readonly attributeCount: number;
  readonly endUs: number;
  readonly contentHash: Buffer;
  readonly caseId: string | null;
};

type Row = Record<string, string | number | Buffer | null>;

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
] as const;

const insertSql = `INSERT INTO spans (trace, span_id, ${columns.join(", ")})
  VALUES (@trace, @span_id, ${columns.map((column) => `@${column}`).join(", ")})`;
const replaceSql = `UPDATE spans SET identity = NULL, ${columns
  .map((column) => `${column} = @${column}`)
  .join(", ")} WHERE trace = @trace AND span_id = @span_id`;
const standingSql = `SELECT s.id, s.attribute_count AS attributeCount, s.end_us AS endUs,
    s.content_hash AS contentHash, i.case_id AS caseId
  FROM spans s LEFT JOIN identities i ON i.id = s.identity WHERE s.trace = ? AND s.span_id = ?`;

/**
 * Stores spans in one transaction and marks what they touch as out of date.
 * The same span twice gives one row; of two versions the greater by (attributes, end, content) stands.
 * @param batch the record of the ingest they came with
 * @param nowUs microseconds since 1970, for the age of the queue's entries only
 */
export function writeSpans(
  db: Database,
  spans: readonly StorableSpan[],
  batch: number,
  nowUs: number,
): Promise<WriteResult> {
  return db.write((connection) => {
    const traces = new Map<string, number>();
    const touchedTraces = new Set<string>();
    const touchedCases = new Set<string>();
    let accepted = 0;
    for (const span of spans) {
      const trace = traceKey(connection, traces, span.traceId);
      const standing = statement<[number, string], Standing>(connection, standingSql).get(
        trace,
        span.spanId,
      );
      if (standing !== undefined && !isGreater(span, standing)) continue;
      accepted += 1;
      touchedTraces.add(String(trace));
      if (standing?.caseId != null) touchedCases.add(standing.caseId);
      writeSpan(connection, trace, span, standing);
    }
    if (accepted > 0) {
      const mark = { mark: nextMark(connection), nowUs };
      enqueue(connection, "trace", touchedTraces, mark);
      enqueue(connection, "case", touchedCases, mark);
    }
    const duplicate = spans.length - accepted;
    countInBatch(connection, batch, { accepted, duplicate, rejected: 0 });
    return { accepted, duplicate };
  });
}

function traceKey(connection: Connection, known: Map<string, number>, traceId: string): number {
  const before = known.get(traceId);
  if (before !== undefined) return before;
  const found = statement<[string], { id: number }>(
    connection,
    "SELECT id FROM traces WHERE trace_id = ?",
  ).get(traceId);
  const insert = statement<[string]>(connection, "INSERT INTO traces (trace_id) VALUES (?)");
  const id = found?.id ?? Number(insert.run(traceId).lastInsertRowid);
  known.set(traceId, id);
  return id;
}

function isGreater(span: StorableSpan, standing: Standing): boolean {
  if (span.attributeCount !== standing.attributeCount)
    return span.attributeCount > standing.attributeCount;
  if (span.endUs !== standing.endUs) return span.endUs > standing.endUs;
  return Buffer.from(span.contentHash, "hex").compare(standing.contentHash) > 0;
}

function writeSpan(
  connection: Connection,
  trace: number,
  span: StorableSpan,
  standing: Standing | undefined,
): void {
  const row = rowOf(connection, trace, span);
  let id: number;
  if (standing === undefined) {
    id = Number(statement<[Row]>(connection, insertSql).run(row).lastInsertRowid);
  } else {
    id = standing.id;
    statement<[Row]>(connection, replaceSql).run(row);
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

function rowOf(connection: Connection, trace: number, span: StorableSpan): Row {
  const saysNothing = Object.keys(span.declared).length === 0;
  return {
    trace,
    span_id: span.spanId,
    parent_span_id: span.parentSpanId,
    name: span.name,
    kind: span.kind,
    part: span.part,
    status: span.status,
    start_us: span.startUs,
    end_us: span.endUs,
    attribute_count: span.attributeCount,
    content_hash: Buffer.from(span.contentHash, "hex"),
    declared: saysNothing ? null : internDeclaration(connection, JSON.stringify(span.declared)),
    model: span.model,
    prompt_name: span.promptName,
    prompt_version: span.promptVersion,
    tool_name: span.toolName,
    is_tool_error: span.isToolError ? 1 : 0,
    is_text_stripped: span.isTextStripped ? 1 : 0,
    is_speaking: span.isSpeaking ? 1 : 0,
    system: span.system === null ? null : internContent(connection, span.system),
    input: writeContent(connection, span.input),
    output: writeContent(connection, span.output),
    extra: span.extra === null ? null : JSON.stringify(span.extra),
    resource: internContent(connection, span.resource),
    detail: span.detail,
  };
}
