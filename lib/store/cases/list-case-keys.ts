import { statement, type Database } from "../database";

/** Where a walk through the cases in the order of their ids has come. */
export type CaseWalk = { readonly keys: readonly number[]; readonly last: string | null };

/** Keys of cases in the order of their ids' bytes, a part at a time. @param after `last` of the part before */
export function listCaseKeys(db: Database, after: string | null, limit: number): Promise<CaseWalk> {
  return db.read((connection) => {
    const sql = "SELECT id FROM cases WHERE case_id > ? ORDER BY case_id LIMIT ?";
    const keys = connection
      .prepare<[string, number], number>(sql)
      .pluck()
      .all(after ?? "", limit);
    const idSql = "SELECT case_id AS caseId FROM cases WHERE id = ?";
    const last = keys.at(-1);
    if (last === undefined) return { keys, last: null };
    const found = statement<[number], { caseId: string }>(connection, idSql).get(last);
    return { keys, last: found?.caseId ?? null };
  });
}
