import "server-only";
import type { Database } from "@/lib/store/port";
import { verifyAudit, type AuditCheck, type AuditPlace } from "@/lib/store/access/verify-audit";
import type { ShownAuditRow } from "@/lib/pages/audit/audit-model";
import { loadAuditRows } from "@/lib/pages/audit/load-rows";
import { auditSpan, type AuditQuery } from "@/lib/pages/audit/url";
import { workspaceNames } from "@/lib/domain/workspace";
import { nowUs } from "@/lib/clock/server";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { accessDb } from "./access-db";
import { loadActorNames } from "./actor-names";

export type AuditPage = {
  readonly query: AuditQuery;
  readonly rows: readonly ShownAuditRow[];
  readonly total: number;
  readonly pageSize: number;
  /** See `AuditRows`. */
  readonly isBlind: boolean;
  readonly check: Pick<AuditCheck, "head" | "faults"> & {
    /** How many rows there are; null: not told. */
    readonly entries: number | null;
  };
  /** Names of the accounts in the rows by public id. */
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
 * @param viewer public id; decisions that wait for their second review are left out
 */
export async function loadAuditPage(
  query: AuditQuery,
  timeZone: string,
  viewer: string,
): Promise<AuditPage> {
  const db = await accessDb();
  const { page, actor, action, target } = query;
  const filter = { actor, action, target, ...auditSpan(query.days, timeZone) };
  const workspaces = workspaceNames.map((name) => ({ name, path: workspacePath(name) }));
  const paging = { page, size: pageSize };
  const { rows, total, isBlind } = await loadAuditRows(db, workspaces, viewer, filter, paging);
  const { rows: entries, head, faults } = await checkAudit(db);
  return {
    ...{ query, rows, total, pageSize, isBlind },
    check: { entries: isBlind ? null : entries, head, faults },
    names: await namesIn(rows),
  };
}

/** Of nobody else: who may read the audit may not see all accounts. */
async function namesIn(rows: readonly ShownAuditRow[]): Promise<ReadonlyMap<string, string>> {
  const shown = new Set(rows.flatMap(({ actor, target }) => [actor, target]));
  return new Map([...(await loadActorNames())].filter(([id]) => shown.has(id)));
}
