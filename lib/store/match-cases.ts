import type { Connection } from "@/db/connect";
import { statement, type Database } from "./database";

/**
 * Keys as one text, separated by commas: where hundreds of thousands match, half the price of rows.
 */
export type KeyList = string;

/** Finds the cases that have words in their conversation. Every word must occur; the last may be unfinished. */
export function matchWords(db: Database, text: string): Promise<KeyList> {
  const words = searchExpression(text);
  if (words === null) return Promise.resolve("");
  // Not a part at a time: SQLite merges all words that begin so anew for each part.
  const sql = "SELECT group_concat(rowid) AS keys FROM case_search WHERE case_search MATCH ?";
  return db.read((connection) => keysOf(connection, sql, [words]));
}

/** Finds the cases whose own or whose customer's id begins with a text. */
export function matchIds(db: Database, text: string): Promise<readonly KeyList[]> {
  const range = [text, `${text}\u{10ffff}`];
  const sqlOf = (column: string) =>
    `SELECT group_concat(id) AS keys FROM cases WHERE ${column} BETWEEN ? AND ?`;
  return db.read((connection) =>
    ["case_id", "customer_id"].map((column) => keysOf(connection, sqlOf(column), range)),
  );
}

function keysOf(connection: Connection, sql: string, parameters: string[]): KeyList {
  type Row = { readonly keys: string | null };
  return statement<string[], Row>(connection, sql).get(...parameters)?.keys ?? "";
}

function searchExpression(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? null : `${words.map((word) => `"${word}"`).join(" ")}*`;
}
