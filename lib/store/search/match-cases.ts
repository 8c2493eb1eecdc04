import { statement, tupleStatement, type Connection, type Database } from "../port";
import { mapInOrder } from "@/lib/domain/in-order";
import { foldAscii } from "./fold-ascii";

/** Keys as one text, separated by commas: half the cost of rows where hundreds of thousands match. */
export type KeyList = string;

/**
 * Finds the cases whose own or whose customer's id begins with a text, ignoring case, or whose own id is the text with
 * other dashes.
 */
export function matchIds(db: Database, text: string): Promise<readonly KeyList[]> {
  const folded = foldAscii(text);
  const range = [folded, `${folded}\u{10ffff}`];
  const sqlOf = (column: string) =>
    `SELECT group_concat(id) AS keys FROM cases WHERE lower(${column}) BETWEEN ? AND ?`;
  return db.read(async (connection) => [
    ...(await mapInOrder(["case_id", "customer_id"], (column) =>
      keysOf(connection, sqlOf(column), range),
    )),
    await keysOf(connection, bareSql, [folded]),
  ]);
}

/** A whole id of a case, with other dashes. */
const bareSql = `SELECT group_concat(id) AS keys FROM cases
  WHERE lower(replace(case_id, '-', '')) = replace(?, '-', '')`;

/** What was said in a case, as the full-text index has it: by customers, agents and tools. @param key of the case */
export function readSpokenTexts(db: Database, key: number): Promise<readonly string[]> {
  const sql = `SELECT c.body FROM messages m JOIN contents c ON c.id = m.content
    WHERE m.case_key = ? AND m.speaker <> 'system'`;
  return db.read(async (connection) =>
    (await tupleStatement<[number], [body: string]>(connection, sql).all(key)).map(
      ([body]) => body,
    ),
  );
}

async function keysOf(connection: Connection, sql: string, parameters: string[]): Promise<KeyList> {
  type Row = { readonly keys: string | null };
  return (await statement<string[], Row>(connection, sql).get(...parameters))?.keys ?? "";
}
