import type { Connection } from "@/db/connect";
import { statement } from "./database";

/** What can have more members than are told from one another. */
export type GroupKind = "session" | "customer";

/** Notes whether a session or a customer has too many members, inside a transaction. */
export function noteOversized(
  connection: Connection,
  kind: GroupKind,
  key: string,
  isOversized: boolean,
): void {
  const sql = isOversized
    ? "INSERT INTO oversized_groups (kind, key) VALUES (?, ?) ON CONFLICT DO NOTHING"
    : "DELETE FROM oversized_groups WHERE kind = ? AND key = ?";
  statement<[GroupKind, string]>(connection, sql).run(kind, key);
}

/** Whether a session or a customer had too many members when it was last worked off. */
export function isOversized(connection: Connection, kind: GroupKind, key: string): boolean {
  const sql = "SELECT 1 FROM oversized_groups WHERE kind = ? AND key = ?";
  return statement<[GroupKind, string]>(connection, sql).get(kind, key) !== undefined;
}
