import { isInScope, type Scope } from "@/lib/domain/people/permission";
import { statement, type Database } from "../database";
import { fromJson, type Json } from "../json";

/** Whether somebody may know of a case; absent: there is none. */
export type CaseSight = "seen" | "hidden" | "absent";

type Row = { readonly region: string | null; readonly teams: Json<readonly string[]> };

/**
 * Whether somebody may know of a case. A merged one of no region of its own belongs where the one that
 * keeps it does; with teams it is the same.
 */
export function caseVisibility(
  db: Database,
  scope: Scope | null,
  caseId: string,
): Promise<CaseSight> {
  const sql = `SELECT coalesce(c.region, k.region) AS region,
      coalesce(nullif(c.teams, '[]'), k.teams, '[]') AS teams
    FROM cases c LEFT JOIN cases k ON k.case_id = c.merged_into WHERE c.case_id = ?`;
  return db.read((connection) => {
    const row = statement<[string], Row>(connection, sql).get(caseId);
    if (row === undefined) return "absent";
    const { region, teams } = row;
    return isInScope(scope, { region, teams: fromJson(teams) }) ? "seen" : "hidden";
  });
}
