import "server-only";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import type { AuditRow } from "@/lib/domain/people/audit";
import type { Database } from "@/lib/store/database";
import { readAudit } from "@/lib/store/access/read-audit";
import { verifyAudit, type AuditCheck, type AuditPlace } from "@/lib/store/access/verify-audit";
import { auditSpan, type AuditQuery } from "@/lib/pages/audit/url";
import { readWithheldRows } from "@/lib/store/decisions/withheld-reviews";
import { workspaceNames } from "@/lib/domain/workspace";
import { nowUs } from "@/lib/pipeline/worker/clock";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { accessDb } from "./access-db";
import { loadActorNames } from "./actor-names";

export type AuditPage = {
  readonly query: AuditQuery;
  readonly rows: readonly AuditRow[];
  readonly total: number;
  readonly pageSize: number;
  readonly check: AuditCheck;
  /** Names of accounts by public id. */
  readonly names: ReadonlyMap<string, string>;
};

const pageSize = 50;

/** How far this process has verified the hash chain, and until when that stays valid. */
let followed: (AuditPlace & { readonly untilUs: number }) | undefined;

const followedUs = 60_000_000;
/** Maximum share of time spent on verifying a long chain. */
const shareOfTime = 0.01;

/**
 * Verifies the whole chain, or only its end if the rest was verified recently; the command line always verifies all.
 */
export async function checkAudit(db: Database): Promise<AuditCheck> {
  const startUs = nowUs();
  const from = followed !== undefined && startUs < followed.untilUs ? followed : undefined;
  const check = await verifyAudit(db, null, from);
  const endUs = nowUs();
  const untilUs = from?.untilUs ?? endUs + Math.max(followedUs, (endUs - startUs) / shareOfTime);
  const isWhole = check.faults.length === 0;
  followed = isWhole ? { seq: check.rows, head: check.head, untilUs } : undefined;
  return check;
}

/**
 * Loads one page of the audit log, newest first, with the result of verifying the chain.
 * @param timeZone of the filtered days, an IANA name
 * @param viewer public id; decisions that wait for their second review are left out of the rows
 */
export async function loadAuditPage(
  query: AuditQuery,
  timeZone: string,
  viewer: string,
): Promise<AuditPage> {
  const db = await accessDb();
  const { page, actor, action, target } = query;
  const filter = { actor, action, target, ...auditSpan(query.days, timeZone) };
  const { rows, total } = await readAudit(db, filter, { page, size: pageSize });
  return {
    query,
    rows: await withoutWithheld(rows, viewer),
    total,
    pageSize,
    check: await checkAudit(db),
    names: await loadActorNames(),
  };
}

async function withoutWithheld(
  rows: readonly AuditRow[],
  viewer: string,
): Promise<readonly AuditRow[]> {
  const shown = [...rows];
  for (const workspace of workspaceNames) {
    const isWithheld = await readWithheldRows(
      await readerOrEmpty(workspacePath(workspace)),
      viewer,
    );
    for (const [at, row] of shown.entries()) {
      if (row.workspace === workspace && isWithheld(row))
        shown[at] = { ...row, after: withheldWords };
    }
  }
  return shown;
}

const withheldWords = JSON.stringify("shown once the second review is made");
