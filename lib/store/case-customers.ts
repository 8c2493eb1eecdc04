import { statement, type Database } from "./database";

/** Whose some cases are, by key; null where nobody said. A case that is gone is left out. */
export function readCaseCustomers(
  db: Database,
  keys: readonly number[],
): Promise<ReadonlyMap<number, string | null>> {
  const sql = "SELECT customer_id AS customerId FROM cases WHERE id = ?";
  return db.read((connection) => {
    const read = statement<[number], { customerId: string | null }>(connection, sql);
    return new Map(
      keys.flatMap((key) => {
        const row = read.get(key);
        return row === undefined ? [] : [[key, row.customerId] as const];
      }),
    );
  });
}
