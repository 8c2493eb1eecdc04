import type { AuditRow } from "@/lib/domain/people/audit";
import { statement, type Database } from "../database";

/** Filter of the audit; null: all rows. */
export type AuditFilter = {
  readonly actor: string | null;
  readonly action: string | null;
  /** A substring of the target. */
  readonly target: string | null;
  /** Microseconds since 1970; `toUs` is exclusive. */
  readonly fromUs: number | null;
  readonly toUs: number | null;
};

/** One page of the audit, newest first. @param page from 1 */
export function readAudit(
  db: Database,
  filter: AuditFilter,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ rows: AuditRow[]; total: number }> {
  const named = { ...filter, size, offset: (page - 1) * size };
  return db.read((connection) => ({
    rows: statement<[typeof named], AuditRow>(
      connection,
      `SELECT seq, at_us AS atUs, actor, action, workspace, target, network, before, after,
         previous_hash AS previousHash, hash FROM audit WHERE ${matches}
       ORDER BY seq DESC LIMIT @size OFFSET @offset`,
    ).all(named),
    total:
      statement<[AuditFilter], { total: number }>(
        connection,
        `SELECT count(*) AS total FROM audit WHERE ${matches}`,
      ).get(filter)?.total ?? 0,
  }));
}

const matches = `(@actor IS NULL OR actor = @actor) AND (@action IS NULL OR action = @action)
  AND (@target IS NULL OR instr(target, @target) > 0)
  AND (@fromUs IS NULL OR at_us >= @fromUs) AND (@toUs IS NULL OR at_us < @toUs)`;
