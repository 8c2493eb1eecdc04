import { DomainError } from "@/lib/domain/domain-error";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { isOnPostgres } from "@/lib/store/location";
import { openWriter } from "@/lib/store/open-database";
import type { Connection, Database } from "@/lib/store/port";
import { readSettingValue, writeSettingValue } from "@/lib/store/setting-values";
import { keyMark, workspacePath } from "./data-folder";

const markName = "key_mark";

/**
 * Opens a workspace to write to. One on PostgreSQL belongs to the key of whoever opened it first: processes with another
 * would give the same customer other pseudonyms, and take in again who was erased. A file has its key beside it.
 * @param patienceMs how long another process's write lock is waited for, beyond five seconds
 * @throws DomainError "unavailable" where the workspace belongs to another key; as `openWriter`
 */
export async function openWorkspace(name: WorkspaceName, patienceMs = 0): Promise<Database> {
  const path = workspacePath(name);
  const db = await openWriter(path, patienceMs);
  if (!isOnPostgres(path)) return db;
  try {
    await requireKey(db, keyMark());
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

async function requireKey(db: Database, own: string): Promise<void> {
  const readMark = (connection: Connection) => readSettingValue(connection, markName);
  const known =
    (await db.read(readMark)) ??
    (await db.write(async (connection) => {
      const others = await readMark(connection);
      if (others === null) await writeSettingValue(connection, markName, own);
      return others ?? own;
    }));
  if (known === own) return;
  throw new DomainError(
    "unavailable",
    "This process has another key than the one that this database was filled with, so customers, and who was erased, would not be recognised: give it the same THROUGHLINE_KEY, or the file key of that data folder. docs/operations.md says what to do where that key is lost.",
  );
}
