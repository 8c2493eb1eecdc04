import type { Connection } from "@/db/connect";
import type { DataFinding } from "@/lib/domain/trace/finding";
import { readReplayCaseId } from "@/lib/domain/gate/replay";
import type { Identity } from "@/lib/domain/trace/identity";
import { spanKey } from "@/lib/domain/trace/span";
import type { SpanExtra } from "@/lib/domain/trace/storable-span";
import type {
  SpanRemainder,
  StoredTrace,
  TraceSpan,
  TraceSpanDetail,
} from "@/lib/domain/trace/trace";
import { createContentReader } from "./content-refs";
import { statement, type Database } from "../database";
import { fromJson, type Json } from "../json";
import { readSpanScores } from "./read-span-scores";

type TreeRow = Omit<TraceSpan, "isToolError"> & { readonly isToolError: number };

/**
 * A trace's spans, and one of them whole.
 * @param choose names the span to read whole, or null for none
 * @param limit how many spans are read at most, earliest first
 * @returns null where there is no such trace
 */
export function readTrace(
  db: Database,
  traceId: string,
  choose: (spans: readonly TraceSpan[]) => string | null,
  limit: number,
): Promise<StoredTrace | null> {
  return db.read((connection) => {
    const traceSql = "SELECT id FROM traces WHERE trace_id = ?";
    const trace = statement<[string], { id: number }>(connection, traceSql).get(traceId);
    if (trace === undefined) return null;
    const spans = readTree(connection, trace.id, limit);
    const countSql = "SELECT count(*) AS count FROM spans WHERE trace = ?";
    const counted = statement<[number], { count: number }>(connection, countSql).get(trace.id);
    const chosen = choose(spans);
    return {
      traceId,
      spans,
      spanCount: counted?.count ?? 0,
      ...readOwners(connection, trace.id),
      span: chosen === null ? null : readDetail(connection, trace.id, traceId, chosen),
    };
  });
}

function readTree(connection: Connection, trace: number, limit: number): TraceSpan[] {
  const sql = `SELECT span_id AS spanId, parent_span_id AS parentSpanId, name, kind, status,
      start_us AS startUs, end_us AS endUs, model, tool_name AS toolName,
      is_tool_error AS isToolError
    FROM spans WHERE trace = ? ORDER BY start_us, span_id LIMIT ?`;
  return statement<[number, number], TreeRow>(connection, sql)
    .all(trace, limit)
    .map(({ isToolError, ...plain }) => ({ ...plain, isToolError: isToolError === 1 }));
}

function readOwners(
  connection: Connection,
  trace: number,
): Pick<StoredTrace, "caseIds" | "replays"> {
  const sql = `SELECT DISTINCT i.case_id AS caseId FROM spans s JOIN identities i ON i.id = s.identity
    WHERE s.trace = ? AND i.case_id IS NOT NULL ORDER BY i.case_id`;
  const rows = statement<[number], { caseId: string }>(connection, sql).all(trace);
  const ids = rows.map(({ caseId }) => caseId);
  return {
    caseIds: ids.filter((caseId) => readReplayCaseId(caseId) === null),
    replays: ids.flatMap((caseId) => readReplayCaseId(caseId) ?? []),
  };
}

type DetailRow = {
  readonly id: number;
  readonly identity: Json<Identity> | null;
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly isTextStripped: number;
  readonly system: number | null;
  readonly input: string | null;
  readonly output: string | null;
  readonly extra: Json<SpanExtra> | null;
  readonly resource: number | null;
  readonly detail: Json<SpanRemainder>;
};

type Resource = TraceSpanDetail["resource"];

const noResource: Resource = { attributes: {}, scope: "" };

function readDetail(
  connection: Connection,
  trace: number,
  traceId: string,
  spanId: string,
): TraceSpanDetail | null {
  const sql = `SELECT s.id, i.body AS identity, s.prompt_name AS promptName,
      s.prompt_version AS promptVersion, s.is_text_stripped AS isTextStripped, s.system, s.input,
      s.output, s.extra, s.resource, s.detail
    FROM spans s LEFT JOIN identities i ON i.id = s.identity WHERE s.trace = ? AND s.span_id = ?`;
  const row = statement<[number, string], DetailRow>(connection, sql).get(trace, spanId);
  if (row === undefined) return null;
  const contents = createContentReader(connection);
  const identity = row.identity === null ? null : fromJson(row.identity);
  const key = spanKey({ traceId, spanId });
  return {
    spanId,
    identity,
    promptName: row.promptName,
    promptVersion: row.promptVersion,
    isTextStripped: row.isTextStripped === 1,
    system: row.system === null ? null : contents.text(row.system),
    input: contents.content(row.input),
    output: contents.content(row.output),
    extra: row.extra === null ? {} : fromJson(row.extra),
    resource: row.resource === null ? noResource : fromJson<Resource>(contents.text(row.resource)),
    remainder: fromJson(row.detail),
    findings: readFindings(connection, row.id),
    maskedCount: countMasked(connection, row.id),
    ...readSpanScores(connection, identity?.caseId?.value ?? null, key),
  };
}

function readFindings(connection: Connection, span: number): DataFinding[] {
  const sql = "SELECT code, detail FROM span_findings WHERE span = ? ORDER BY code, detail";
  return statement<[number], DataFinding>(connection, sql).all(span);
}

function countMasked(connection: Connection, span: number): number {
  const sql = "SELECT count(*) AS count FROM span_pii WHERE span = ?";
  return statement<[number], { count: number }>(connection, sql).get(span)?.count ?? 0;
}
