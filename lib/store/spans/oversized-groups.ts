import type { OversizedGroup } from "@/lib/domain/trace/data-health";
import { mapInOrder } from "@/lib/domain/in-order";
import { statement, type Connection } from "../port";

type GroupKind = OversizedGroup["kind"];

/** Records whether a session or a customer has too many members, inside a transaction. */
export async function noteOversized(
  connection: Connection,
  kind: GroupKind,
  key: string,
  isOversized: boolean,
): Promise<void> {
  const sql = isOversized
    ? "INSERT INTO oversized_groups (kind, key) VALUES (?, ?) ON CONFLICT DO NOTHING"
    : "DELETE FROM oversized_groups WHERE kind = ? AND key = ?";
  await statement<[GroupKind, string]>(connection, sql).run(kind, key);
}

/** Whether a session or a customer had too many members when it was last processed. */
export async function isOversized(
  connection: Connection,
  kind: GroupKind,
  key: string,
): Promise<boolean> {
  const sql = "SELECT 1 FROM oversized_groups WHERE kind = ? AND key = ?";
  return (await statement<[GroupKind, string]>(connection, sql).get(kind, key)) !== undefined;
}

/** The sessions and customers with too many members, ordered, with how many members each has. */
export async function readOversized(
  connection: Connection,
  limit: number,
): Promise<OversizedGroup[]> {
  const sql = `SELECT kind, key, count(*) OVER () AS total FROM oversized_groups
    ORDER BY kind, key LIMIT ?`;
  const membersSql: Readonly<Record<GroupKind, string>> = {
    session: "SELECT members FROM sessions WHERE session = ?",
    customer: "SELECT count(*) AS members FROM cases WHERE customer_id = ?",
  };
  type Row = Pick<OversizedGroup, "kind" | "key" | "total">;
  return mapInOrder(await statement<[number], Row>(connection, sql).all(limit), async (row) => {
    const find = statement<[string], Pick<OversizedGroup, "members">>(
      connection,
      membersSql[row.kind],
    );
    return { ...row, members: (await find.get(row.key))?.members ?? 0 };
  });
}
