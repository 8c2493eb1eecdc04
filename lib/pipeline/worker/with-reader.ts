import { openReader, type Database } from "@/lib/store/database";

/** Opens a workspace's file for reading, works with it, and closes it whatever happens. */
export async function withReader<T>(path: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openReader(path);
  try {
    return await work(db);
  } finally {
    db.close();
  }
}
