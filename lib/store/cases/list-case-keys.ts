import { statement, tupleStatement, type Database } from "../port";

/** A cursor over the cases in the order of their ids. */
export type CaseWalk = { readonly keys: readonly number[]; readonly last: string | null };

/** A page of the cases' keys in the order of their ids' bytes. @param after `last` of the page before */
export function listCaseKeys(db: Database, after: string | null, limit: number): Promise<CaseWalk> {
  return db.read(async (connection) => {
    const sql = "SELECT id FROM cases WHERE case_id > ? ORDER BY case_id LIMIT ?";
    const rows = await tupleStatement<[string, number], [number]>(connection, sql).all(
      after ?? "",
      limit,
    );
    const keys = rows.map(([key]) => key);
    const idSql = "SELECT case_id AS caseId FROM cases WHERE id = ?";
    const last = keys.at(-1);
    if (last === undefined) return { keys, last: null };
    const found = await statement<[number], { caseId: string }>(connection, idSql).get(last);
    return { keys, last: found?.caseId ?? null };
  });
}
