import type { AuditRow } from "@/lib/domain/people/audit";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { statement, type Database } from "../database";

const columns = `seq, at_us AS atUs, actor, action, workspace, target, network, before, after,
  previous_hash AS previousHash, hash`;

/**
 * The latest audit rows about a case, oldest first: those whose target it is, and those that moved something into it.
 * @param max how many at most
 * @returns with the number of earlier ones
 */
export function readCaseAudit(
  db: Database,
  { workspace, caseId }: { readonly workspace: WorkspaceName; readonly caseId: string },
  max: number,
): Promise<{ readonly rows: readonly AuditRow[]; readonly leftOut: number }> {
  const named = { workspace, caseId, quoted: JSON.stringify(caseId), max };
  const about = `workspace = @workspace AND (target = @caseId
    OR (action = 'case-overridden' AND instr(after, @quoted) > 0))`;
  return db.read((connection) => {
    const rows = statement<[typeof named], AuditRow>(
      connection,
      `SELECT ${columns} FROM audit WHERE ${about} ORDER BY seq DESC LIMIT @max`,
    ).all(named);
    const { total = 0 } =
      statement<[typeof named], { total: number }>(
        connection,
        `SELECT count(*) AS total FROM audit WHERE ${about} AND @max > 0`,
      ).get(named) ?? {};
    return { rows: rows.reverse(), leftOut: total - rows.length };
  });
}

/** The number of the audit row of the making of an evidence pack; null where there is none. */
export function findPackRow(
  db: Database,
  workspace: WorkspaceName,
  checksum: string,
): Promise<number | null> {
  const sql = `SELECT seq FROM audit WHERE action = 'pack-made' AND workspace = ?
    AND json_extract(after, '$.checksum') = ?`;
  return db.read(
    (connection) =>
      statement<[string, string], { seq: number }>(connection, sql).get(workspace, checksum)?.seq ??
      null,
  );
}
