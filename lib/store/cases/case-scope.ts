import { isInScope, type Scope } from "@/lib/domain/people/permission";
import { statement, type Database } from "../port";
import { fromJson, type Json } from "../json";

/** The visibility of a case for a scope; absent: there is none. */
export type CaseSight = "seen" | "hidden" | "absent";

type Row = {
  readonly region: string | null;
  readonly teams: Json<readonly string[]>;
  readonly mergedInto: string | null;
};

/**
 * The visibility of a case for a scope. A merged case without a region has that of the case it was merged into;
 * likewise with teams.
 */
export function caseVisibility(
  db: Database,
  scope: Scope | null,
  caseId: string,
): Promise<CaseSight> {
  const sql = "SELECT region, teams, merged_into AS mergedInto FROM cases WHERE case_id = ?";
  return db.read(async (connection) => {
    const find = statement<[string], Row>(connection, sql);
    const row = await find.get(caseId);
    if (row === undefined) return "absent";
    const kept = row.mergedInto === null ? undefined : await find.get(row.mergedInto);
    const [own, others] = [fromJson(row.teams), kept === undefined ? [] : fromJson(kept.teams)];
    const region = row.region ?? kept?.region ?? null;
    return isInScope(scope, { region, teams: own.length > 0 ? own : others }) ? "seen" : "hidden";
  });
}
