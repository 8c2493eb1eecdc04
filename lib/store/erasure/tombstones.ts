import type { HashTombstone, TombstoneKind } from "@/lib/domain/privacy/tombstone";
import { statement, type Connection } from "../port";

/** The tombstones of a workspace, inside a transaction. */
export type Tombstones = {
  readonly has: (kind: TombstoneKind, value: string) => Promise<boolean>;
  /** @returns whether it is new */
  readonly add: (kind: TombstoneKind, value: string) => Promise<boolean>;
};

/** Whether a customer was ever erased. */
export async function hasTombstones(connection: Connection): Promise<boolean> {
  return (await statement<[]>(connection, "SELECT 1 FROM tombstones LIMIT 1").get()) !== undefined;
}

/** @param nowUs when what is added was erased, microseconds since 1970 */
export function openTombstones(
  connection: Connection,
  hashOf: HashTombstone,
  nowUs: number,
): Tombstones {
  const known = new Map<string, boolean>();
  const findSql = "SELECT 1 FROM tombstones WHERE kind = ? AND hash = ?";
  const find = statement<[string, string]>(connection, findSql);
  const insertSql = `INSERT INTO tombstones (kind, hash, erased_us) VALUES (?, ?, ?)
    ON CONFLICT DO NOTHING`;
  const insert = statement<[string, string, number]>(connection, insertSql);

  async function has(kind: TombstoneKind, value: string): Promise<boolean> {
    const key = `${kind} ${value}`;
    const found = known.get(key) ?? (await find.get(kind, hashOf(kind, value))) !== undefined;
    known.set(key, found);
    return found;
  }

  async function add(kind: TombstoneKind, value: string): Promise<boolean> {
    if (await has(kind, value)) return false;
    known.set(`${kind} ${value}`, true);
    return (await insert.run(kind, hashOf(kind, value), nowUs)).changes > 0;
  }

  return { has, add };
}
