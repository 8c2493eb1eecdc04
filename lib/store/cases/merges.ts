import { statement, type Connection, type Database } from "../port";
import { enqueue, type Stamp } from "../queue";
import { readSettingValue, writeSettingValue } from "../setting-values";

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
  return Number((await readSettingValue(connection, "merge_mark")) ?? 0);
}

/**
 * Cases connected by merges, in either direction and over any number of steps: a new merge may move the spans of each.
 */
const connectedSql = `WITH RECURSIVE connected(member) AS (
    SELECT CAST(value AS text) FROM json_each(?)
    UNION SELECT n.neighbour FROM connected JOIN (
      SELECT case_id AS own, merged_into AS neighbour FROM case_records WHERE merged_into IS NOT NULL
      UNION ALL SELECT merged_into, case_id FROM case_records
      UNION ALL SELECT body ->> '$.fromCaseId', body ->> '$.toCaseId' FROM overrides WHERE kind = 'merge'
      UNION ALL SELECT body ->> '$.toCaseId', body ->> '$.fromCaseId' FROM overrides WHERE kind = 'merge'
    ) n ON n.own = member)
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
  await writeSettingValue(connection, "merge_mark", String(stamp.revision));
}
