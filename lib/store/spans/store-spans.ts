import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { flatMapInOrder, mapInOrder } from "@/lib/domain/in-order";
import { statement, type Connection } from "../port";
import { textsIn, writeContent } from "./content-refs";
import { inKeys } from "./retired-rows";
import { internContent, internContents, internDeclaration, internDeclarations } from "./intern";

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
  "is_replacement",
] as const;

const insertSql = `INSERT INTO spans (${columns.join(", ")}, trace, span_id)
  VALUES (${columns.map(() => "?").join(", ")}, ?, ?)`;
/** Its identity stays until the trace is resolved again, so that its case is not derived without it meanwhile. */
const replaceSql = `UPDATE spans SET ${columns
  .map((column) => `${column} = ?`)
  .join(", ")} WHERE trace = ? AND span_id = ?`;

/** A span that is stored as it is given. */
export type SpanToStore = {
  readonly span: StorableSpan;
  /** The trace's key. */
  readonly trace: number;
  /** The key of the version that it replaces; null: there is none. */
  readonly stored: number | null;
};

type Destination = {
  readonly batch: number | null;
  readonly isReplacement: boolean;
  /** When what is sealed of them arrived; null: that stays as it is. */
  readonly sealedUs: number | null;
};

/** Stores the rows of spans with what they refer to, in few statements. @param spans each span once */
export async function storeSpans(
  connection: Connection,
  spans: readonly SpanToStore[],
  destination: Destination,
): Promise<void> {
  await internTexts(connection, spans);
  const rows = await mapInOrder(spans, async (each) => ({
    ...each,
    values: await valuesOf(connection, each, destination),
  }));
  const added = rows.filter(({ stored }) => stored === null);
  const ids = await statement<Values>(connection, insertSql).insertAll(
    added.map(({ values }) => values),
  );
  const places = [
    ...added.map(({ span }, at) => ({ span, id: ids[at] ?? notInserted() })),
    ...(await flatMapInOrder(rows, async ({ span, stored, values }) => {
      if (stored === null) return [];
      await replace(connection, stored, values);
      return [{ span, id: stored }];
    })),
  ];
  const found = places.flatMap(({ span, id }) =>
    span.findings.map(({ code, detail }): FindingValues => [id, code, detail]),
  );
  const findingSql = "INSERT INTO span_findings (span, code, detail) VALUES (?, ?, ?)";
  await statement<FindingValues>(connection, findingSql).runAll(found);
  const masked = places.flatMap(({ span, id }) =>
    span.pii.map(({ place, type, pseudonym }): PiiValues => [id, place, type, pseudonym]),
  );
  const piiSql = "INSERT INTO span_pii (span, place, type, pseudonym) VALUES (?, ?, ?, ?)";
  await statement<PiiValues>(connection, piiSql).runAll(masked);
  const { sealedUs } = destination;
  if (sealedUs === null) return;
  const replaced = rows.flatMap(({ stored }) => stored ?? []);
  if (replaced.length > 0) {
    await connection.overwriteRemoved();
    const sql = `DELETE FROM sealed_originals WHERE span ${inKeys}`;
    await statement<[string]>(connection, sql).run(JSON.stringify(replaced));
  }
  const boxes = places.flatMap(({ span: { sealed }, id }): [SealedValues] | [] =>
    sealed === null ? [] : [[id, sealedUs, Buffer.from(sealed)]],
  );
  const sealedSql = "INSERT INTO sealed_originals (span, sealed_us, box) VALUES (?, ?, ?)";
  await statement<SealedValues>(connection, sealedSql).runAll(boxes);
}

type FindingValues = [span: number, code: string, detail: string];
type SealedValues = [span: number, sealedUs: number, box: Buffer];
type PiiValues = [span: number, place: string, type: string, pseudonym: string];

function notInserted(): never {
  throw new Error("A span was not inserted.");
}

/** Makes the rows of all texts at once, so that each is known when the span that has it is written. */
async function internTexts(connection: Connection, spans: readonly SpanToStore[]): Promise<void> {
  const texts = spans.flatMap(({ span: { system, input, output, resource } }) => [
    ...(system === null ? [] : [system]),
    ...textsIn(input),
    ...textsIn(output),
    resource,
  ]);
  await internContents(connection, texts);
  await internDeclarations(
    connection,
    spans.flatMap(({ span }) => declarationOf(span) ?? []),
  );
}

async function replace(connection: Connection, id: number, values: Values): Promise<void> {
  await statement<Values>(connection, replaceSql).run(...values);
  await statement<[number]>(connection, "DELETE FROM span_findings WHERE span = ?").run(id);
  await statement<[number]>(connection, "DELETE FROM span_pii WHERE span = ?").run(id);
}

/** As JSON; null: it declares nothing. */
function declarationOf({ declared }: StorableSpan): string | null {
  return Object.keys(declared).length === 0 ? null : JSON.stringify(declared);
}

/** In the order of `columns`, then trace and id. */
async function valuesOf(
  connection: Connection,
  { span, trace }: SpanToStore,
  { batch, isReplacement }: Destination,
): Promise<Values> {
  const declaration = declarationOf(span);
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
    declaration === null ? null : await internDeclaration(connection, declaration),
    span.model,
    span.promptName,
    span.promptVersion,
    span.toolName,
    span.isToolError ? 1 : 0,
    span.isTextStripped ? 1 : 0,
    span.isSpeaking ? 1 : 0,
    span.system === null ? null : await internContent(connection, span.system),
    await writeContent(connection, span.input),
    await writeContent(connection, span.output),
    span.extra === null ? null : JSON.stringify(span.extra),
    await internContent(connection, span.resource),
    span.detail,
    batch,
    isReplacement ? 1 : 0,
    trace,
    span.spanId,
  ];
}
