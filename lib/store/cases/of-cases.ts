import { tupleStatement, type Connection } from "../port";
import type { SqlValue } from "../row-codec";

/** In SQL: of the cases whose keys are a list in JSON, the only parameter. */
export const ofCases = "case_key IN (SELECT CAST(value AS bigint) FROM json_each(?))";

/**
 * Reads rows of some cases in one round trip, of one case by its key alone, which names one machine of many.
 * @param sql `SELECT …, case_key FROM … WHERE ofCases`
 * @param rowOf makes a row of what was selected; its case's key is the last value
 * @returns the rows of a case by its key, in the statement's order
 */
export async function readOfCases<Row>(
  connection: Connection,
  sql: string,
  keys: readonly number[],
  rowOf: (values: readonly SqlValue[]) => Row,
): Promise<(key: number) => readonly Row[]> {
  const [first] = keys;
  if (first === undefined) return () => [];
  const isOne = keys.length === 1;
  const text = isOne ? sql.replace(ofCases, "case_key = ?") : sql;
  const read = tupleStatement<[number | string], SqlValue[]>(connection, text);
  const rows = new Map<SqlValue | undefined, Row[]>();
  for (const values of await read.all(isOne ? first : JSON.stringify(keys))) {
    const key = values.at(-1);
    const own = rows.get(key);
    if (own === undefined) rows.set(key, [rowOf(values)]);
    else own.push(rowOf(values));
  }
  return (key) => rows.get(key) ?? [];
}
