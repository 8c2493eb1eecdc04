import type { Connection, Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";
import type { DatabaseName } from "@/lib/domain/workspace";

/** What a database holds. */
export function schemaOf(name: DatabaseName): "workspace" | "access" {
  return name === "access" ? "access" : "workspace";
}

/** Opens a database, brings it to the newest schema, calls `work`, and always closes it. */
export async function withDatabase<T>(
  location: string,
  name: DatabaseName,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const db = await openWriter(location, 0, schemaOf(name));
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Connections by their databases. */
export type Held = ReadonlyMap<DatabaseName, Connection>;

/**
 * Keeps every writer out of some databases while `work` reads them.
 * @throws DomainError "busy" where another process writes to one for more than five seconds
 */
export async function withHeld<T>(
  databases: readonly (readonly [name: DatabaseName, location: string])[],
  work: (held: Held) => Promise<T>,
): Promise<T> {
  const [first, ...others] = databases;
  if (first === undefined) return work(new Map());
  const [name, location] = first;
  return withDatabase(location, name, (db) =>
    db.write(async (connection) => {
      await connection.keepWaiting();
      return withHeld(others, (held) => work(new Map([[name, connection], ...held])));
    }),
  );
}
