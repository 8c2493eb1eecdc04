import type { CaseActRow } from "@/lib/domain/people/audit";
import { statement, type Database } from "../port";

/**
 * Who arranged what about cases since an instant, the latest first: assigned, snoozed, handled, noted, and what was
 * not kept.
 * @param sinceUs microseconds since 1970
 */
export function readCaseActs(
  db: Database,
  workspace: string,
  sinceUs: number,
  most: number,
): Promise<readonly CaseActRow[]> {
  const sql = `SELECT seq, at_us AS atUs, actor, action, target, after FROM audit
    WHERE at_us >= ? AND workspace = ? AND target IS NOT NULL
      AND action IN ('case-attended', 'note-changed', 'not-kept')
    ORDER BY seq DESC LIMIT ?`;
  return db.read((connection) =>
    statement<[number, string, number], CaseActRow>(connection, sql).all(sinceUs, workspace, most),
  );
}
