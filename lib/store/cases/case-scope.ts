import { isInScope, type Scope } from "@/lib/domain/people/permission";
import { statement, type Database } from "../port";
import { fromJson, type Json } from "../json";

/** The visibility of a case for a scope; absent: there is none. */
export type CaseSight = "seen" | "hidden" | "absent";

type Row = { readonly region: string | null; readonly teams: Json<readonly string[]> };

/**
 * The visibility of a case for a scope. A merged case without a region has that of the case it was merged into;
 * likewise with teams.
 */
export function caseVisibility(
  db: Database,
  scope: Scope | null,
  caseId: string,
): Promise<CaseSight> {
  const sql = `SELECT coalesce(c.region, k.region) AS region,
      coalesce(nullif(c.teams, '[]'), k.teams, '[]') AS teams
    FROM cases c LEFT JOIN cases k ON k.case_id = c.merged_into WHERE c.case_id = ?`;
  return db.read(async (connection) => {
    const row = await statement<[string], Row>(connection, sql).get(caseId);
    if (row === undefined) return "absent";
    const { region, teams } = row;
    return isInScope(scope, { region, teams: fromJson(teams) }) ? "seen" : "hidden";
  });
}
