import { belongingOf } from "@/lib/domain/case/belonging";
import type { CaseInput, CaseSpan } from "@/lib/domain/case/case";
import { joinEvents } from "@/lib/domain/case/join-events";
import type { CaseRecord } from "@/lib/domain/case/case-record";
import { findAttributeValues } from "@/lib/domain/privacy/find-attribute-values";
import type { Belonging, Identity } from "@/lib/domain/trace/identity";
import type { KeyedValue } from "@/lib/domain/privacy/personal-values";
import type { ConversationPart, SpanKind } from "@/lib/domain/trace/reading";
import { readUsageIn } from "@/lib/domain/trace/read-usage";
import { readSpanFailure } from "@/lib/domain/trace/span-failure";
import type { SpanStatus } from "@/lib/domain/trace/span";
import type { SpanExtra } from "@/lib/domain/trace/storable-span";
import { isFailedSpan, type SpanRemainder } from "@/lib/domain/trace/trace";
import { createContentReader, type ContentReader } from "../spans/content-refs";
import { createStringPool, type StringPool } from "../string-pool";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";

/** Above this many spans a case is derived from those with content; the others are only counted. */
const wholeCaseLimit = 50_000;
/** Spans whose texts are read at once. */
const spansPerBlock = 200;

type SpanRow = readonly [
  traceId: string,
  spanId: string,
  parentSpanId: string | null,
  name: string,
  kind: SpanKind,
  part: ConversationPart,
  status: SpanStatus,
  startUs: number,
  endUs: number,
  model: string | null,
  promptName: string | null,
  promptVersion: string | null,
  toolName: string | null,
  isToolError: number,
  isTextStripped: number,
  input: string | null,
  output: string | null,
  extra: Json<SpanExtra> | null,
  identity: number,
  system: number | null,
  resource: number | null,
  detail: Json<SpanRemainder>,
];

/** In the order of `SpanRow`. */
const spanColumns = `t.trace_id, s.span_id, s.parent_span_id, s.name, s.kind, s.part, s.status,
  s.start_us, s.end_us, s.model, s.prompt_name, s.prompt_version, s.tool_name, s.is_tool_error,
  s.is_text_stripped, s.input, s.output, s.extra, s.identity, s.system, s.resource, s.detail`;

const caseSpansSql = (speakingOnly: boolean) => `SELECT ${spanColumns}
  FROM identities i JOIN spans s ON s.identity = i.id JOIN traces t ON t.id = s.trace
  WHERE i.case_id = ? ${speakingOnly ? "AND s.is_speaking" : ""}`;

/**
 * The input of a case's derivation, spans joined with their log events, and the rows its texts were read from
 * (`contentOf`). The caller sets `mergedInto`.
 */
export function readCaseInput(
  db: Database,
  caseId: string,
): Promise<Omit<CaseInput, "mergedInto"> & { readonly contentOf: ContentReader["idOf"] }> {
  return db.read(async (connection) => {
    const countSql = `SELECT count(*) AS count FROM identities i JOIN spans s ON s.identity = i.id
      WHERE i.case_id = ?`;
    const count =
      (await statement<[string], { count: number }>(connection, countSql).get(caseId))?.count ?? 0;
    const sql = caseSpansSql(count > wholeCaseLimit);
    const contents = createContentReader(connection);
    const spans: CaseSpan[] = [];
    const belongings = new Map<number, Belonging>();
    const source: SpanSource = {
      contents,
      pooled: createStringPool(),
      belongingAt: (identity) => belongingFor(connection, belongings, identity),
      valuesOfResource: rememberResources(contents),
    };
    const read = async (rows: readonly SpanRow[]) => {
      const columns = [...rows.map((row) => row[15]), ...rows.map((row) => row[16])];
      await contents.readAhead(columns);
      for (const row of rows) spans.push(await caseSpanOf(row, source));
    };
    let block: SpanRow[] = [];
    for await (const row of tupleStatement<[string], SpanRow>(connection, sql).iterate(caseId)) {
      block.push(row);
      if (block.length < spansPerBlock) continue;
      await read(block);
      block = [];
    }
    await read(block);
    const records = await readRecords(connection, caseId);
    const silentSpanCount = count - spans.length;
    return {
      ...{ caseId, spans: joinEvents(spans), records, silentSpanCount },
      contentOf: contents.idOf,
    };
  });
}

/** Those of some cases that have more spans than given. */
export async function readLargeCases(
  db: Database,
  caseIds: readonly string[],
  spansMax: number,
): Promise<ReadonlySet<string>> {
  const sql = `SELECT i.case_id FROM identities i JOIN spans s ON s.identity = i.id
    WHERE i.case_id IN (SELECT value FROM json_each(?)) GROUP BY i.case_id HAVING count(*) > ?`;
  const rows = await db.read((connection) =>
    tupleStatement<[string, number], [string]>(connection, sql).all(
      JSON.stringify(caseIds),
      spansMax,
    ),
  );
  return new Set(rows.flat());
}

async function belongingFor(
  connection: Connection,
  known: Map<number, Belonging>,
  identity: number,
): Promise<Belonging> {
  let belonging = known.get(identity);
  if (belonging === undefined) {
    const sql = "SELECT body FROM identities WHERE id = ?";
    const row = await statement<[number], { body: Json<Identity> }>(connection, sql).get(identity);
    belonging = belongingOf(row === undefined ? {} : fromJson(row.body));
    known.set(identity, belonging);
  }
  return belonging;
}

type SpanSource = {
  readonly contents: ContentReader;
  /** Of what many spans have in common: a case of 200,000 spans holds its model's name once. */
  readonly pooled: StringPool;
  readonly belongingAt: (identity: number) => Promise<Belonging>;
  readonly valuesOfResource: (content: number | null) => Promise<readonly KeyedValue[]>;
};

/** Many spans share a resource. */
function rememberResources(contents: ContentReader): SpanSource["valuesOfResource"] {
  const known = new Map<number, readonly KeyedValue[]>();
  return async (content) => {
    if (content === null) return [];
    const before = known.get(content);
    if (before !== undefined) return before;
    const values = findAttributeValues(await contents.text(content));
    known.set(content, values);
    return values;
  };
}

async function caseSpanOf(
  row: SpanRow,
  { contents, pooled, belongingAt, valuesOfResource }: SpanSource,
): Promise<CaseSpan> {
  const extra = row[17] === null ? noExtra : fromJson(row[17]);
  const isToolError = row[13] === 1;
  // Of tools it is read at ingest.
  const isFailed = row[4] !== "tool" && isFailedSpan({ status: row[6], isToolError });
  return {
    traceId: pooled(row[0]),
    spanId: row[1],
    parentSpanId: pooled(row[2]),
    name: pooled(row[3]),
    kind: pooled(row[4]),
    part: pooled(row[5]),
    status: pooled(row[6]),
    startUs: row[7],
    endUs: row[8],
    belonging: await belongingAt(row[18]),
    model: pooled(row[9]),
    promptName: pooled(row[10]),
    promptVersion: pooled(row[11]),
    toolName: pooled(row[12]),
    isToolError,
    toolCallId: extra.toolCallId ?? null,
    failure: extra.failure ?? (isFailed ? readSpanFailure(fromJson(row[21])) : null),
    isTextStripped: row[14] === 1,
    system: row[19] === null ? null : await contents.text(row[19]),
    input: await contents.content(row[15]),
    output: await contents.content(row[16]),
    caseEvents: extra.caseEvents ?? none,
    importedScores: extra.importedScores ?? none,
    passages: extra.passages ?? none,
    attributeValues: joined(findAttributeValues(row[21]), await valuesOfResource(row[20])),
    usage: readUsageIn(row[21], row[7], extra.usage, row[4] === "llm" ? row[9] : null),
  };
}

const noExtra: SpanExtra = {};
const none: readonly never[] = [];

/** Merges two lists without a copy where one is empty, as for most spans both are. */
function joined<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...one, ...other];
}

async function readRecords(connection: Connection, caseId: string): Promise<CaseRecord[]> {
  const sql = "SELECT body FROM case_records WHERE case_id = ? ORDER BY hash";
  const rows = await statement<[string], { body: Json<CaseRecord> }>(connection, sql).all(caseId);
  return rows.map(({ body }) => fromJson(body));
}
