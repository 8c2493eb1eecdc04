import type { AuditRow } from "@/lib/domain/people/audit";
import { statement, type Database } from "../port";
import {
  isShownSql,
  nothingWithheld,
  withheldParameters,
  type WithheldFromReader,
} from "./withheld-rows";

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

/**
 * One page of the audit, newest first.
 * @param page from 1
 * @param withheld rows that are left out, and not counted
 */
export function readAudit(
  db: Database,
  filter: AuditFilter,
  { page, size }: { readonly page: number; readonly size: number },
  withheld: WithheldFromReader = nothingWithheld,
): Promise<{ rows: AuditRow[]; total: number }> {
  const matched = { ...filter, ...withheldParameters(withheld) };
  const named = { ...matched, size, offset: (page - 1) * size };
  return db.read(async (connection) => ({
    rows: await statement<[typeof named], AuditRow>(
      connection,
      `SELECT seq, at_us AS atUs, actor, action, workspace, target, network, before, after,
         previous_hash AS previousHash, hash FROM audit WHERE ${matches}
       ORDER BY seq DESC LIMIT @size OFFSET @offset`,
    ).all(named),
    total:
      (
        await statement<[typeof matched], { total: number }>(
          connection,
          `SELECT count(*) AS total FROM audit WHERE ${matches}`,
        ).get(matched)
      )?.total ?? 0,
  }));
}

const matches = `(actor = @actor OR @actor IS NULL) AND (action = @action OR @action IS NULL)
  AND (instr(target, @target) > 0 OR @target IS NULL)
  AND (at_us >= @fromUs OR @fromUs IS NULL) AND (at_us < @toUs OR @toUs IS NULL)
  AND ${isShownSql}`;
