import type { DataFinding, DataFindingCode } from "@/lib/domain/trace/finding";
import type { Declaration } from "@/lib/domain/trace/identity";
import type { Content, ConversationPart, SpanKind } from "@/lib/domain/trace/reading";
import type { SpanExtra } from "@/lib/domain/trace/storable-span";
import { createContentReader, writeContent } from "./content-refs";
import { statement, type Connection, type Database } from "../port";
import { mapInOrder } from "@/lib/domain/in-order";
import { internDeclaration } from "./intern";
import { fromJson, type Json } from "../json";
import { enqueue, nextRevision } from "../queue";
import { bulkTurns } from "../queue-rounds";
import { readSettingValue, writeSettingValue } from "../setting-values";

/** The progress of reading stored spans with the settings in force. */
export type RereadProgress = {
  /** The version of those settings. */
  readonly version: string;
  /** The last span that was read anew; null when all were. */
  readonly after: number | null;
};

/** What a stored span is read anew from; `detail` and `resource` as `StorableSpan` has them. */
export type RereadSource = {
  readonly span: number;
  readonly trace: number;
  readonly contentHash: Buffer;
  readonly declared: Declaration;
  readonly kind: SpanKind;
  readonly part: ConversationPart;
  readonly isTextStripped: boolean;
  readonly extra: SpanExtra;
  readonly has: { readonly input: boolean; readonly output: boolean };
  /** Both null where it has no words under keys, no unknown roles, and gains none. */
  readonly words: Readonly<Record<"input" | "output", Content | null>>;
  readonly detail: string;
  readonly resource: string;
};

/** A span that was read anew. */
export type RereadSpan = Pick<RereadSource, "span" | "trace" | "contentHash" | "declared"> & {
  readonly findings: readonly DataFinding[];
  /** null: its words are as stored. */
  readonly words:
    | (Pick<RereadSource, "part" | "isTextStripped" | "extra" | "detail"> & {
        readonly isSpeaking: boolean;
        readonly input: Content | null;
        readonly output: Content | null;
      })
    | null;
};

/** @returns null where spans were never read anew */
export function readRereadProgress(db: Database): Promise<RereadProgress | null> {
  return db.read(progressOf);
}

async function progressOf(connection: Connection): Promise<RereadProgress | null> {
  const json = await readSettingValue(connection, "declared_with");
  return json === null ? null : fromJson(json as Json<RereadProgress>);
}

type SourceRow = Pick<RereadSource, "span" | "trace" | "contentHash" | "kind" | "part"> &
  Pick<RereadSource, "detail" | "resource"> & {
    readonly declared: Json<Declaration> | null;
    readonly isTextStripped: number;
    readonly extra: Json<SpanExtra> | null;
    readonly input: string | null;
    readonly output: string | null;
  };

/**
 * The next spans in the order in which they were stored.
 * @param isKeyed whether settings name keys of words: then also the words of a span with one side are read
 */
export function readRereadSources(
  db: Database,
  after: number,
  limit: number,
  isKeyed: boolean,
): Promise<RereadSource[]> {
  const sql = `SELECT s.id AS span, s.trace, s.content_hash AS contentHash, d.body AS declared,
      s.kind, s.part, s.is_text_stripped AS isTextStripped, s.extra, s.input, s.output,
      s.detail, r.body AS resource
    FROM spans s LEFT JOIN declarations d ON d.id = s.declared JOIN contents r ON r.id = s.resource
    WHERE s.id > ? ORDER BY s.id LIMIT ?`;
  return db.read(async (connection) => {
    const contents = createContentReader(connection);
    const rows = await statement<[number, number], SourceRow>(connection, sql).all(after, limit);
    return mapInOrder(
      rows,
      async ({ declared, isTextStripped, extra: json, input, output, ...row }) => {
        const extra: SpanExtra = json === null ? {} : fromJson(json);
        const mayGainWords = isKeyed && (input === null || output === null);
        const mayChange = mayGainWords || extra.keyed !== undefined || extra.roles !== undefined;
        return {
          ...row,
          declared: declared === null ? {} : fromJson(declared),
          isTextStripped: isTextStripped === 1,
          extra,
          has: { input: input !== null, output: output !== null },
          words: {
            input: mayChange ? await contents.content(input) : null,
            output: mayChange ? await contents.content(output) : null,
          },
        };
      },
    );
  });
}

/**
 * Stores one step of reading spans anew and enqueues its traces, and cases whose words changed; nothing where another
 * process has taken the step already.
 * @param step.codes the findings that reading by settings may give, replaced by those given
 */
export function writeReread(
  db: Database,
  step: {
    readonly from: RereadProgress | null;
    readonly to: RereadProgress;
    readonly changed: readonly RereadSpan[];
    readonly codes: readonly DataFindingCode[];
  },
  nowUs: number,
): Promise<void> {
  return db.write(async (connection) => {
    if (JSON.stringify(await progressOf(connection)) !== JSON.stringify(step.from)) return;
    const traces = new Set<string>();
    const cases = new Set<string>();
    for (const one of step.changed) {
      if (!(await replaceReading(connection, one, step.codes))) continue;
      traces.add(String(one.trace));
      const caseId = one.words === null ? null : await caseOf(connection, one.span);
      if (caseId !== null) cases.add(caseId);
    }
    const stamp = { revision: await nextRevision(connection), nowUs };
    await enqueue(connection, "trace", traces, stamp, bulkTurns);
    await enqueue(connection, "case", cases, stamp, bulkTurns);
    await writeSettingValue(connection, "declared_with", JSON.stringify(step.to));
  });
}

/** @returns false where another version of the span has come since it was read */
async function replaceReading(
  connection: Connection,
  { span, contentHash, declared, findings, words }: RereadSpan,
  codes: readonly DataFindingCode[],
): Promise<boolean> {
  const saysNothing = Object.keys(declared).length === 0;
  const id = saysNothing ? null : await internDeclaration(connection, JSON.stringify(declared));
  const sql = "UPDATE spans SET declared = ? WHERE id = ? AND content_hash = ?";
  const update = statement<[number | null, number, Buffer]>(connection, sql);
  if ((await update.run(id, span, contentHash)).changes === 0) return false;
  if (words !== null) await replaceWords(connection, span, words);
  const clear = `DELETE FROM span_findings WHERE span = ?
    AND code IN (SELECT value FROM json_each(?))`;
  await statement<[number, string]>(connection, clear).run(span, JSON.stringify(codes));
  const insert = "INSERT INTO span_findings (span, code, detail) VALUES (?, ?, ?)";
  for (const { code, detail } of findings) {
    await statement<[number, string, string]>(connection, insert).run(span, code, detail);
  }
  return true;
}

/** The case a span is in as its trace was resolved last; a trace that keeps its case does not enqueue it. */
async function caseOf(connection: Connection, span: number): Promise<string | null> {
  const sql = `SELECT i.case_id AS caseId FROM spans s JOIN identities i ON i.id = s.identity
    WHERE s.id = ?`;
  return (
    (await statement<[number], { caseId: string | null }>(connection, sql).get(span))?.caseId ??
    null
  );
}

async function replaceWords(
  connection: Connection,
  span: number,
  words: NonNullable<RereadSpan["words"]>,
): Promise<void> {
  const { part, isTextStripped, isSpeaking, input, output, extra, detail } = words;
  const sql = `UPDATE spans SET part = ?, is_text_stripped = ?, is_speaking = ?, input = ?, output = ?,
    extra = ?, detail = ? WHERE id = ?`;
  await statement<(string | number | null)[]>(connection, sql).run(
    ...[part, isTextStripped ? 1 : 0, isSpeaking ? 1 : 0],
    ...[await writeContent(connection, input), await writeContent(connection, output)],
    ...[Object.keys(extra).length === 0 ? null : JSON.stringify(extra), detail, span],
  );
}
