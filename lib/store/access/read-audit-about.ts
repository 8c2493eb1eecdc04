import type { AuditRow } from "@/lib/domain/people/audit";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { statement, type Database } from "../port";
import { isShownSql, withheldParameters, type WithheldFromReader } from "./withheld-rows";

const columns = `seq, at_us AS atUs, actor, action, workspace, target, network, before, after,
  previous_hash AS previousHash, hash`;

/** Audit rows about something, oldest first, and the number of earlier ones. */
export type AuditExtract = { readonly rows: readonly AuditRow[]; readonly leftOut: number };

/**
 * The latest audit rows about a case: those whose target it is, and those that moved something into it.
 * @param max how many at most
 * @param withheld rows that are left out, and not counted
 */
export function readCaseAudit(
  db: Database,
  { workspace, caseId }: { readonly workspace: WorkspaceName; readonly caseId: string },
  max: number,
  withheld: WithheldFromReader,
): Promise<AuditExtract> {
  // A sign-off's target is the number of a sample, which may be a case's id as well.
  const about = `workspace = @workspace AND ((target = @caseId AND action <> 'sample-signed-off')
    OR (action = 'case-overridden' AND instr(after, @quoted) > 0))`;
  const named = { workspace, caseId, quoted: JSON.stringify(caseId), max };
  return readLatest(db, about, { ...named, ...withheldParameters(withheld) });
}

/** What the audit calls a sample: its number, its page, its seed (a random number), and cases and rules of its findings. */
type SampleInAudit = {
  readonly workspace: WorkspaceName;
  readonly id: number;
  readonly path: string;
  readonly seed: number;
  readonly findings: readonly { readonly caseId: string; readonly rule: string }[];
};

/**
 * The latest audit rows about a sample: its draw, its sign-offs, its packs, and decisions by its rules in its cases.
 * @param max how many at most
 * @param withheld rows that are left out, and not counted
 */
export function readSampleAudit(
  db: Database,
  { findings, id, ...sample }: SampleInAudit,
  max: number,
  withheld: WithheldFromReader,
): Promise<AuditExtract> {
  const pairs = JSON.stringify(findings.map(({ caseId, rule }) => [caseId, rule]));
  const about = `workspace = @workspace AND (
    (action = 'sample-drawn' AND json_extract(after, '$.seed') = @seed)
    OR (action = 'sample-signed-off' AND target = @id)
    OR (action = 'pack-made' AND target = @path)
    OR (action IN ('finding-reviewed', 'finding-second-reviewed') AND (target, json_extract(after, '$.rule')) IN
      (SELECT value ->> '$[0]', value ->> '$[1]' FROM json_each(@pairs))))`;
  const named = { ...sample, id: String(id), pairs, max };
  return readLatest(db, about, { ...named, ...withheldParameters(withheld) });
}

function readLatest(
  db: Database,
  about: string,
  named: Readonly<Record<string, string | number>>,
): Promise<AuditExtract> {
  return db.read(async (connection) => {
    const rows = await statement<[typeof named], AuditRow>(
      connection,
      `SELECT ${columns} FROM audit WHERE ${about} AND ${isShownSql} ORDER BY seq DESC LIMIT @max`,
    ).all(named);
    const { total = 0 } =
      (await statement<[typeof named], { total: number }>(
        connection,
        `SELECT count(*) AS total FROM audit WHERE ${about} AND ${isShownSql} AND @max > 0`,
      ).get(named)) ?? {};
    return { rows: rows.reverse(), leftOut: total - rows.length };
  });
}

/** The audit row of the making of an evidence pack; null where there is none. */
export function findPackRow(
  db: Database,
  workspace: WorkspaceName,
  checksum: string,
): Promise<Pick<AuditRow, "seq" | "target"> | null> {
  const sql = `SELECT seq, target FROM audit WHERE action = 'pack-made' AND workspace = ?
    AND json_extract(after, '$.checksum') = ?`;
  type Row = Pick<AuditRow, "seq" | "target">;
  return db.read(
    async (connection) =>
      (await statement<[string, string], Row>(connection, sql).get(workspace, checksum)) ?? null,
  );
}
