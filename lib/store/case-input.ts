import type { Connection } from "@/db/connect";
import { belongingOf } from "@/lib/domain/belonging";
import type { CaseInput, CaseSpan } from "@/lib/domain/case";
import type { CaseRecord } from "@/lib/domain/case-record";
import type { Belonging, Identity } from "@/lib/domain/identity";
import type { ConversationPart, SpanKind } from "@/lib/domain/reading";
import type { SpanStatus } from "@/lib/domain/span";
import type { SpanExtra } from "@/lib/domain/storable-span";
import { createContentReader, type ContentReader } from "./content-refs";
import { statement, type Database } from "./database";
import { fromJson, type Json } from "./json";

/** Above this many spans a case is derived from those that say something; the others only count. */
const wholeCaseLimit = 50_000;

type SpanRow = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly kind: SpanKind;
  readonly part: ConversationPart;
  readonly status: SpanStatus;
  readonly startUs: number;
  readonly endUs: number;
  readonly model: string | null;
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly toolName: string | null;
  readonly isToolError: number;
  readonly isTextStripped: number;
  readonly input: string | null;
  readonly output: string | null;
  readonly extra: Json<SpanExtra> | null;
  readonly identity: number;
};

const spanColumns = `t.trace_id AS traceId, s.span_id AS spanId, s.parent_span_id AS parentSpanId,
  s.name, s.kind, s.part, s.status, s.start_us AS startUs, s.end_us AS endUs, s.model,
  s.prompt_name AS promptName, s.prompt_version AS promptVersion, s.tool_name AS toolName,
  s.is_tool_error AS isToolError, s.is_text_stripped AS isTextStripped, s.input, s.output, s.extra,
  s.identity`;

const caseSpansSql = (speakingOnly: boolean) => `SELECT ${spanColumns}
  FROM identities i JOIN spans s ON s.identity = i.id JOIN traces t ON t.id = s.trace
  WHERE i.case_id = ? ${speakingOnly ? "AND s.is_speaking" : ""}`;

/** Everything a case is derived from, and the rows its texts were read from. `mergedInto` is the caller's to say. */
export function readCaseInput(
  db: Database,
  caseId: string,
): Promise<Omit<CaseInput, "mergedInto"> & { readonly contents: ContentReader }> {
  return db.read((connection) => {
    const countSql = `SELECT count(*) AS count FROM identities i JOIN spans s ON s.identity = i.id
      WHERE i.case_id = ?`;
    const count =
      statement<[string], { count: number }>(connection, countSql).get(caseId)?.count ?? 0;
    const sql = caseSpansSql(count > wholeCaseLimit);
    const contents = createContentReader(connection);
    const spans: CaseSpan[] = [];
    const belongings = new Map<number, Belonging>();
    for (const row of statement<[string], SpanRow>(connection, sql).iterate(caseId)) {
      spans.push(caseSpanOf(row, belongingFor(connection, belongings, row.identity), contents));
    }
    const records = readRecords(connection, caseId);
    return { caseId, spans, records, silentSpanCount: count - spans.length, contents };
  });
}

function belongingFor(
  connection: Connection,
  known: Map<number, Belonging>,
  identity: number,
): Belonging {
  let belonging = known.get(identity);
  if (belonging === undefined) {
    const sql = "SELECT body FROM identities WHERE id = ?";
    const row = statement<[number], { body: Json<Identity> }>(connection, sql).get(identity);
    belonging = belongingOf(row === undefined ? {} : fromJson(row.body));
    known.set(identity, belonging);
  }
  return belonging;
}

function caseSpanOf(row: SpanRow, belonging: Belonging, contents: ContentReader): CaseSpan {
  const extra = row.extra === null ? noExtra : fromJson(row.extra);
  const { identity: _identity, extra: _extra, ...plain } = row;
  return {
    ...plain,
    belonging,
    isToolError: row.isToolError === 1,
    isTextStripped: row.isTextStripped === 1,
    input: contents.content(row.input),
    output: contents.content(row.output),
    caseEvents: extra.caseEvents ?? [],
    importedScores: extra.importedScores ?? [],
  };
}

const noExtra: SpanExtra = {};

function readRecords(connection: Connection, caseId: string): CaseRecord[] {
  const sql = "SELECT body FROM case_records WHERE case_id = ? ORDER BY hash";
  const rows = statement<[string], { body: Json<CaseRecord> }>(connection, sql).all(caseId);
  return rows.map(({ body }) => fromJson(body));
}
