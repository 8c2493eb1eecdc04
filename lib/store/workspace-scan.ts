import { caseRowColumns, readCaseRows, type StoredCaseRow } from "./cases/case-columns";
import { statement, tupleStatement, type Database } from "./port";
import type { SqlValue } from "./row-codec";
import { childNames } from "./cases/child-rows";

/** The rows of the next cases in order of their ids' bytes. @param after the last id of the page before, "" at first */
export function readNextCases(
  db: Database,
  after: string,
  limit: number,
): Promise<StoredCaseRow[]> {
  const sql = `SELECT ${caseRowColumns} FROM cases WHERE case_id > ? ORDER BY case_id LIMIT ?`;
  return db.read(async (connection) => {
    const read = tupleStatement<[string, number], SqlValue[]>(connection, sql);
    return (await readCaseRows(connection, await read.all(after, limit), childNames)).map(
      ({ row }) => row,
    );
  });
}

/** Which case each of the next spans belongs to, in the order in which they were stored. */
export function readSpanCases(
  db: Database,
  after: number,
  limit: number,
): Promise<{ readonly span: number; readonly caseId: string | null }[]> {
  const sql = `SELECT s.id AS span, i.case_id AS caseId
    FROM spans s LEFT JOIN identities i ON i.id = s.identity WHERE s.id > ? ORDER BY s.id LIMIT ?`;
  type Row = { readonly span: number; readonly caseId: string | null };
  return db.read((connection) =>
    statement<[number, number], Row>(connection, sql).all(after, limit),
  );
}
