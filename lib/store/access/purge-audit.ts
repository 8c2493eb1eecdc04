import { purgedRowsSchema, type Doer } from "@/lib/domain/people/audit";
import { statement, type Connection, type Database } from "../port";
import { appendAudit } from "./append-audit";

/** A position in the chain: a row's number and hash. */
export type AuditPlace = { readonly seq: number; readonly head: string };

/**
 * Removes the audit's rows before the first that is younger than an instant. A row is added that keeps the number and
 * the hash of the last one removed, from where the chain can be followed.
 * @param cutoffUs microseconds since 1970
 * @returns how many rows
 */
export function purgeAudit(
  db: Database,
  cutoffUs: number,
  doer: Doer,
  nowUs: number,
): Promise<number> {
  return db.write(async (connection) => {
    await connection.overwriteRemoved();
    const lastSql = `SELECT seq, hash AS head FROM audit WHERE seq <
        coalesce((SELECT min(seq) FROM audit WHERE at_us >= ?), 9e15) ORDER BY seq DESC LIMIT 1`;
    const last = await statement<[number], AuditPlace>(connection, lastSql).get(cutoffUs);
    if (last === undefined) return 0;
    const after = { through: last.seq, head: last.head };
    const entry = { ...doer, workspace: null, target: null, before: null, after };
    await appendAudit(connection, { ...entry, action: "audit-purged" }, nowUs);
    const sql = "DELETE FROM audit WHERE seq <= ?";
    return (await statement<[number]>(connection, sql).run(last.seq)).changes;
  });
}

/** The last row that was purged; null where none was. */
export async function readPurgedPlace(connection: Connection): Promise<AuditPlace | null> {
  const sql = `SELECT after FROM audit WHERE action = 'audit-purged' AND json_valid(after) = 1
    ORDER BY seq DESC LIMIT 1`;
  const row = await statement<[], { after: string }>(connection, sql).get();
  const parsed = purgedRowsSchema.safeParse(row === undefined ? null : JSON.parse(row.after));
  return parsed.success ? { seq: parsed.data.through, head: parsed.data.head } : null;
}
