import { isInScope, type Scope } from "@/lib/domain/permission";
import { statement, type Database } from "./database";

/** Whether somebody may know of a case; absent: there is none. */
export type CaseSight = "seen" | "hidden" | "absent";

/** Whether a case's row is within what somebody sees. Spans name no team, so no row is in a scope that asks for one. */
export function isRowInScope(
  scope: Scope | null,
  { region }: { readonly region: string | null },
): boolean {
  return isInScope(scope, { region, teams: [] });
}

/** Whether somebody may know of a case. A merged one of no region of its own belongs where the one that keeps it does. */
export function sightOfCase(db: Database, scope: Scope | null, caseId: string): Promise<CaseSight> {
  const sql = `SELECT coalesce(c.region, k.region) AS region
    FROM cases c LEFT JOIN cases k ON k.case_id = c.merged_into WHERE c.case_id = ?`;
  return db.read((connection) => {
    const row = statement<[string], { readonly region: string | null }>(connection, sql).get(
      caseId,
    );
    if (row === undefined) return "absent";
    return isRowInScope(scope, row) ? "seen" : "hidden";
  });
}
