import { openWriter } from "@/lib/store/open-database";
import type { Database } from "@/lib/store/port";
import { isOnPostgres } from "./postgres/test-server";

/**
 * Runs a function with the writer of a second server of a workspace. A file has one server, whose changes all go
 * through one writer: there it is the same.
 */
export async function withOtherWriter<T>(
  db: Database,
  work: (other: Database) => Promise<T>,
): Promise<T> {
  if (!isOnPostgres()) return work(db);
  const other = await openWriter(db.path);
  try {
    return await work(other);
  } finally {
    await other.close();
  }
}
