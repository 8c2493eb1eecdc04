import type { MessageActs } from "@/lib/domain/acts/act";
import { fromJson, type Json } from "../json";
import { statement, type Connection, type Database } from "../port";

type Row = { readonly hash: string; readonly acts: Json<MessageActs> };

/** Questions that are looked up at once. */
const perQuery = 500;

/** What was read before, by the hash of what was asked. */
export function readActReadings(
  db: Database,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, MessageActs>> {
  const sql = "SELECT hash, acts FROM act_readings WHERE hash IN (SELECT value FROM json_each(?))";
  return db.read(async (connection) => {
    const found = new Map<string, MessageActs>();
    for (let from = 0; from < hashes.length; from += perQuery) {
      const asked = JSON.stringify(hashes.slice(from, from + perQuery));
      for (const { hash, acts } of await statement<[string], Row>(connection, sql).all(asked))
        found.set(hash, fromJson(acts));
    }
    return found;
  });
}

/** Keeps what a reader found. Two threads may find the same at once: the first is kept. */
export function putActReadings(
  db: Database,
  reader: string,
  found: ReadonlyMap<string, MessageActs>,
): Promise<void> {
  const sql =
    "INSERT INTO act_readings (hash, reader, acts) VALUES (?, ?, ?) ON CONFLICT (hash) DO NOTHING";
  return db.write(async (connection) => {
    const insert = statement<[string, string, string]>(connection, sql);
    await insert.runAll(
      Array.from(found, ([hash, acts]) => [hash, reader, JSON.stringify(acts)] as const),
    );
  });
}

/** Forgets what other readers found, which nobody asks again. */
export async function forgetOtherReaders(db: Database, reader: string): Promise<void> {
  const others = "FROM act_readings WHERE reader <> ?";
  const known = await db.read((connection) =>
    statement<[string], object>(connection, `SELECT 1 AS one ${others} LIMIT 1`).get(reader),
  );
  if (known === undefined) return;
  await db.write((connection) => statement<[string]>(connection, `DELETE ${others}`).run(reader));
}

/** Forgets all readings, inside a transaction: a hash could be compared with a text that was removed. */
export async function forgetActReadings(connection: Connection): Promise<void> {
  await statement<[]>(connection, "DELETE FROM act_readings").run();
}
