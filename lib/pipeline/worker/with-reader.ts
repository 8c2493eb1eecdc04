import type { Database } from "@/lib/store/port";
import { openReader } from "@/lib/store/open-database";

/** Opens a workspace for reading, calls `work`, and always closes it. */
export async function withReader<T>(path: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openReader(path);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
