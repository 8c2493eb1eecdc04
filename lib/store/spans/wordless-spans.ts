import { spanKinds, spanTraits, type Content } from "@/lib/domain/trace/reading";
import { createContentReader } from "./content-refs";
import { statement, type Database } from "../port";
import { flatMapInOrder } from "@/lib/domain/in-order";

/** A span without words on one side; `detail` as `StorableSpan` has it. */
export type WordlessSource = {
  readonly traceId: string;
  readonly spanId: string;
  readonly startUs: number;
  readonly detail: string;
};

/** SQL: true of a case without words of the customer, or without those of an agent. */
export const isOneSided = "(has_transcript = 0 OR agent_kinds = '[]')";

/** Cases looked at for words, the newest. */
const casesSeen = 2000;

/** SQL: the kinds of spans that can have words. */
const wordKinds = spanKinds
  .filter((kind) => spanTraits[kind].form !== "step")
  .map((kind) => `'${kind}'`)
  .join(", ");

/** Which spans are looked at: one case's, or those of some ingests; null: all. */
export type SpansOf = {
  readonly caseId?: string | null;
  readonly batches?: readonly number[] | null;
};

/**
 * The newest spans without words on one side, among those without a case and those of cases in which one side says nothing.
 */
export function readWordlessSpans(
  db: Database,
  limit: number,
  { caseId = null, batches = null }: SpansOf,
): Promise<WordlessSource[]> {
  const given = { limit, caseId, batches: JSON.stringify(batches) };
  const sql = `WITH quiet AS (
      SELECT case_id FROM (SELECT case_id, has_transcript, agent_kinds FROM cases
        ${caseId === null ? "" : "WHERE case_id = @caseId"} ORDER BY id DESC LIMIT ${String(casesSeen)}) AS newest
      WHERE ${isOneSided})
    SELECT t.trace_id AS traceId, s.span_id AS spanId, s.start_us AS startUs, s.detail
    FROM (SELECT id FROM identities WHERE case_id IN (SELECT case_id FROM quiet) ${caseId === null ? "OR case_id IS NULL" : ""}) i
    JOIN spans s ON s.identity = i.id JOIN traces t ON t.id = s.trace
    WHERE (s.input IS NULL OR s.output IS NULL) AND s.part <> 'event'
      AND s.kind IN (${wordKinds})
      AND (@batches = 'null' OR s.batch IN (SELECT CAST(value AS bigint) FROM json_each(@batches)))
    ORDER BY s.id DESC LIMIT @limit`;
  return db.read((connection) =>
    statement<[typeof given], WordlessSource>(connection, sql).all(given),
  );
}

/**
 * The words of the newest spans with a role that neither a convention nor the settings know; of one case, where one
 * side says nothing in it.
 */
export function readForeignRoles(
  db: Database,
  limit: number,
  { caseId = null, batches = null }: SpansOf,
): Promise<(Content | null)[]> {
  const newest = `SELECT s.id, s.input, s.output FROM spans s
    WHERE s.id IN (SELECT span FROM span_findings WHERE code = 'unknown-role')
      AND (@batches = 'null' OR s.batch IN (SELECT CAST(value AS bigint) FROM json_each(@batches)))
    ORDER BY s.id DESC LIMIT @limit`;
  const ofCase = `SELECT s.id, s.input, s.output
    FROM identities i JOIN spans s ON s.identity = i.id
    WHERE i.case_id = @caseId AND EXISTS (SELECT 1 FROM cases WHERE case_id = @caseId AND ${isOneSided})
      AND s.id IN (SELECT span FROM span_findings WHERE code = 'unknown-role' AND span IN (
        SELECT o.id FROM identities n JOIN spans o ON o.identity = n.id WHERE n.case_id = @caseId))
    LIMIT @limit`;
  type Row = { readonly input: string | null; readonly output: string | null };
  const given = { limit, caseId, batches: JSON.stringify(batches) };
  return db.read(async (connection) => {
    const contents = createContentReader(connection);
    const sql = caseId === null ? newest : ofCase;
    return flatMapInOrder(
      await statement<[typeof given], Row>(connection, sql).all(given),
      async ({ input, output }) => [await contents.content(input), await contents.content(output)],
    );
  });
}

/** Whether there are cases, and of each of the newest the words of one side are missing. Reads as few as it can. */
export function hasOneSidedCasesOnly(db: Database): Promise<boolean> {
  const sql = `SELECT EXISTS (SELECT 1 FROM cases) AND NOT EXISTS (
    SELECT 1 FROM (SELECT has_transcript, agent_kinds FROM cases ORDER BY id DESC
      LIMIT ${String(casesSeen)}) AS newest WHERE NOT ${isOneSided}) AS isSo`;
  return db.read(
    async (connection) =>
      (await statement<[], { isSo: number }>(connection, sql).get())?.isSo === 1,
  );
}
