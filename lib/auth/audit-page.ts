import "server-only";
import type { AuditRow } from "@/lib/domain/audit";
import type { Database } from "@/lib/store/database";
import { readAccounts } from "@/lib/store/access/accounts";
import { readAudit } from "@/lib/store/access/read-audit";
import { verifyAudit, type AuditCheck, type AuditPlace } from "@/lib/store/access/verify-audit";
import type { AuditQuery } from "@/lib/view/audit-query";
import { accessDb } from "./access-db";

/** What the Audit page shows. */
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

/** How far this process has followed the chain: from there on only what is new is looked at. */
let followed: AuditPlace | undefined;

/** The whole chain at the first page after a start, then its end; the command line always looks at all of it. */
async function checkOnce(db: Database): Promise<AuditCheck> {
  const check = await verifyAudit(db, null, followed);
  if (check.faults.length === 0) followed = { seq: check.rows, head: check.head };
  return check;
}

/** A page of the audit, newest first, and whether the whole chain holds. */
export async function loadAuditPage(query: AuditQuery): Promise<AuditPage> {
  const db = await accessDb();
  const { page, ...asked } = query;
  const filter = { ...asked, fromUs: null, toUs: null };
  const { rows, total } = await readAudit(db, filter, { page, size: pageSize });
  const accounts = await readAccounts(db);
  return {
    query,
    rows,
    total,
    pageSize,
    check: await checkOnce(db),
    names: new Map(accounts.map(({ publicId, name }) => [publicId, name])),
  };
}
