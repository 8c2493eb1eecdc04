import type { DataFinding } from "@/lib/domain/trace/finding";
import { standInName, type Words } from "@/lib/domain/case/join-events";
import { readReplayCaseId } from "@/lib/domain/gate/replay";
import { readUsageIn } from "@/lib/domain/trace/read-usage";
import type { Identity } from "@/lib/domain/trace/identity";
import type { ConversationPart } from "@/lib/domain/trace/reading";
import { spanKey } from "@/lib/domain/trace/span";
import type { SpanExtra } from "@/lib/domain/trace/storable-span";
import type {
  SpanRemainder,
  StoredTrace,
  TraceSpan,
  TraceSpanDetail,
} from "@/lib/domain/trace/trace";
import { createContentReader, type ContentReader } from "./content-refs";
import { statement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { withEventWords } from "./read-events";
import { readSpanScores } from "./read-span-scores";

type TreeRow = Omit<TraceSpan, "isToolError" | "usage"> & {
  readonly isToolError: number;
  /** Null of what stands for a span that did not come. */
  readonly detail: Json<SpanRemainder> | null;
  readonly extra: Json<SpanExtra> | null;
};

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
  return db.read(async (connection) => {
    const traceSql = "SELECT id FROM traces WHERE trace_id = ?";
    const trace = await statement<[string], { id: number }>(connection, traceSql).get(traceId);
    if (trace === undefined) return null;
    const spans = await readTree(connection, trace.id, limit);
    const chosen = choose(spans);
    return {
      traceId,
      spans,
      spanCount: await countSpans(connection, trace.id),
      ...(await readOwners(connection, trace.id)),
      span: chosen === null ? null : await readDetail(connection, trace.id, traceId, chosen),
    };
  });
}

/** Log events of a trace whose span did not come, which stand for it. */
const orphansSql = `FROM spans WHERE trace = @trace AND part = 'event' AND parent_span_id NOT IN
    (SELECT span_id FROM spans WHERE trace = @trace)`;

async function countSpans(connection: Connection, trace: number): Promise<number> {
  const sql = `SELECT (SELECT count(*) FROM spans WHERE trace = @trace AND part <> 'event')
    + (SELECT count(DISTINCT parent_span_id) ${orphansSql}) AS count`;
  const counted = statement<[{ trace: number }], { count: number }>(connection, sql);
  return (await counted.get({ trace }))?.count ?? 0;
}

async function readTree(
  connection: Connection,
  trace: number,
  limit: number,
): Promise<TraceSpan[]> {
  const sql = `SELECT span_id AS spanId, parent_span_id AS parentSpanId, name, kind, status,
      start_us AS startUs, end_us AS endUs, model, tool_name AS toolName,
      is_tool_error AS isToolError, detail, extra
    FROM spans WHERE trace = @trace AND part <> 'event'
    UNION ALL SELECT parent_span_id, NULL, '${standInName}', min(kind), min(status), min(start_us),
      max(start_us), max(model), NULL, 0, NULL, NULL ${orphansSql} GROUP BY parent_span_id
    ORDER BY startUs, spanId LIMIT @limit`;
  return (
    await statement<[{ trace: number; limit: number }], TreeRow>(connection, sql).all({
      trace,
      limit,
    })
  ).map(({ isToolError, detail, extra, ...plain }) => ({
    ...{ ...plain, isToolError: isToolError === 1 },
    usage:
      detail === null
        ? null
        : readUsageIn(
            detail,
            plain.startUs,
            extra === null ? null : fromJson(extra).usage,
            plain.kind === "llm" ? plain.model : null,
          ),
  }));
}

async function readOwners(
  connection: Connection,
  trace: number,
): Promise<Pick<StoredTrace, "caseIds" | "replays">> {
  const sql = `SELECT DISTINCT i.case_id AS caseId FROM spans s JOIN identities i ON i.id = s.identity
    WHERE s.trace = ? AND i.case_id IS NOT NULL ORDER BY i.case_id`;
  const rows = await statement<[number], { caseId: string }>(connection, sql).all(trace);
  const ids = rows.map(({ caseId }) => caseId);
  return {
    caseIds: ids.filter((caseId) => readReplayCaseId(caseId) === null),
    replays: ids.flatMap((caseId) => readReplayCaseId(caseId) ?? []),
  };
}

type DetailRow = {
  readonly id: number;
  readonly part: ConversationPart;
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

async function readDetail(
  connection: Connection,
  trace: number,
  traceId: string,
  spanId: string,
): Promise<TraceSpanDetail | null> {
  const sql = `SELECT s.id, s.part, i.body AS identity, s.prompt_name AS promptName,
      s.prompt_version AS promptVersion, s.is_text_stripped AS isTextStripped, s.system, s.input,
      s.output, s.extra, s.resource, s.detail
    FROM spans s LEFT JOIN identities i ON i.id = s.identity WHERE s.trace = @trace
      AND (s.span_id = @spanId OR (s.part = 'event' AND s.parent_span_id = @spanId))
    ORDER BY s.part = 'event', s.start_us, s.end_us, s.span_id LIMIT 1`;
  const at = { trace, spanId };
  const row = await statement<[typeof at], DetailRow>(connection, sql).get(at);
  if (row === undefined) return null;
  const contents = createContentReader(connection);
  const words = await withEventWords(connection, at, await ownWords(row, contents), contents);
  const identity = row.identity === null ? null : fromJson(row.identity);
  const key = spanKey({ traceId, spanId });
  return {
    spanId,
    identity,
    promptName: row.promptName,
    promptVersion: row.promptVersion,
    isTextStripped: row.isTextStripped === 1 && words.input === null && words.output === null,
    ...words,
    extra: row.extra === null ? {} : fromJson(row.extra),
    resource:
      row.resource === null ? noResource : fromJson<Resource>(await contents.text(row.resource)),
    remainder: fromJson(row.detail),
    findings: await readFindings(connection, row.id),
    maskedCount: await countMasked(connection, row.id),
    ...(await readSpanScores(connection, identity?.caseId?.value ?? null, key)),
  };
}

/** A log event that stands for its span has its words among the events. */
async function ownWords(
  { part, system, input, output }: DetailRow,
  contents: ContentReader,
): Promise<Words> {
  if (part === "event") return { system: null, input: null, output: null };
  return {
    system: system === null ? null : await contents.text(system),
    input: await contents.content(input),
    output: await contents.content(output),
  };
}

function readFindings(connection: Connection, span: number): Promise<DataFinding[]> {
  const sql = "SELECT code, detail FROM span_findings WHERE span = ? ORDER BY code, detail";
  return statement<[number], DataFinding>(connection, sql).all(span);
}

async function countMasked(connection: Connection, span: number): Promise<number> {
  const sql = "SELECT count(*) AS count FROM span_pii WHERE span = ?";
  return (await statement<[number], { count: number }>(connection, sql).get(span))?.count ?? 0;
}
