import { statement, type Database } from "../database";

/** How many cases there are, and one past their highest key. */
export type KeyRange = { readonly count: number; readonly end: number };

export function readKeyRange(db: Database): Promise<KeyRange> {
  return db.read((connection) => {
    const sql = "SELECT count(*) AS count, ifnull(max(id), -1) + 1 AS end FROM cases";
    return statement<[], KeyRange>(connection, sql).get() ?? { count: 0, end: 0 };
  });
}
