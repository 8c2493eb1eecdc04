import { statement, type Connection, type Database } from "../port";
import { enqueue, type Stamp } from "../queue";

/** The case that the CRM merged a case into, or null. Of several, the smallest id: order must not matter. */
export function readRecordMerge(db: Database, caseId: string): Promise<string | null> {
  const sql = "SELECT min(merged_into) AS mergedInto FROM case_records WHERE case_id = ?";
  return db.read(
    async (connection) =>
      (await statement<[string], { mergedInto: string | null }>(connection, sql).get(caseId))
        ?.mergedInto ?? null,
  );
}

/** The revision of the last merge: results computed under an earlier one are out of date. */
export function readMergeRevision(db: Database): Promise<number> {
  return db.read(mergeRevision);
}

/** Whether no merge was recorded since the given revision. */
export async function isMergeCurrent(connection: Connection, seen: number): Promise<boolean> {
  return (await mergeRevision(connection)) === seen;
}

async function mergeRevision(connection: Connection): Promise<number> {
  const sql = "SELECT value FROM settings WHERE name = 'merge_mark'";
  return Number((await statement<[], { value: string }>(connection, sql).get())?.value ?? 0);
}

/**
 * Cases connected by merges, in either direction and over any number of steps: a new merge may move the spans of each.
 */
const connectedSql = `WITH RECURSIVE connected(member) AS (
    SELECT value FROM json_each(?)
    UNION SELECT r.merged_into FROM connected JOIN case_records r ON r.case_id = member
      WHERE r.merged_into IS NOT NULL
    UNION SELECT r.case_id FROM connected JOIN case_records r ON r.merged_into = member
    UNION SELECT o.body ->> '$.toCaseId' FROM connected JOIN overrides o
      ON o.kind = 'merge' AND o.body ->> '$.fromCaseId' = member
    UNION SELECT o.body ->> '$.fromCaseId' FROM connected JOIN overrides o
      ON o.kind = 'merge' AND o.body ->> '$.toCaseId' = member)
  SELECT member FROM connected`;

/** The given cases and those that merges connect them with. */
export async function connectedCases(
  connection: Connection,
  caseIds: readonly string[],
): Promise<string[]> {
  return (
    await statement<[string], { member: string }>(connection, connectedSql).all(
      JSON.stringify(caseIds),
    )
  ).map(({ member }) => member);
}

/** Enqueues what merges move, in the transaction that records them. @param caseIds both ends of each */
export async function enqueueMerges(
  connection: Connection,
  caseIds: readonly string[],
  stamp: Stamp,
): Promise<void> {
  const cases = await connectedCases(connection, caseIds);
  const sql = `SELECT DISTINCT s.trace FROM identities i JOIN spans s ON s.identity = i.id
    WHERE i.case_id IN (SELECT value FROM json_each(?))`;
  const traces = await statement<[string], { trace: number }>(connection, sql).all(
    JSON.stringify(cases),
  );
  await enqueue(
    connection,
    "trace",
    traces.map(({ trace }) => String(trace)),
    stamp,
  );
  await enqueue(connection, "case", cases, stamp);
  const set = `INSERT INTO settings (name, value) VALUES ('merge_mark', ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
  await statement<[string]>(connection, set).run(String(stamp.revision));
}
