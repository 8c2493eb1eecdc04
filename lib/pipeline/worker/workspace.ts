import { DomainError } from "@/lib/domain/domain-error";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { Database } from "@/lib/store/port";
import { distribute, openWriter, isWorkspaceThere } from "@/lib/store/open-database";
import { workspacePath } from "./data-folder";
import { openWorkspace } from "./open-workspace";

export type Workspace = Database;

/** How long a command waits for another process's write lock. */
const patienceMs = 60_000;

/** Opens a workspace, calls `work`, and always closes it. */
export async function withWorkspace<T>(
  name: WorkspaceName,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const db = await openWorkspace(name, patienceMs);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Makes a workspace's tables, or brings them up to date. It needs no key: what runs it may be another machine. */
export async function migrateWorkspace(name: WorkspaceName): Promise<void> {
  const db = await openWriter(workspacePath(name), patienceMs);
  await db.close();
}

/** Spreads a workspace over the machines of a Citus cluster; see `distribute`. @returns how many tables were spread now */
export function distributeWorkspace(name: WorkspaceName): Promise<number> {
  return distribute(workspacePath(name));
}

/** @throws DomainError if nothing was ever ingested into the workspace */
export async function requireWorkspace(name: WorkspaceName): Promise<void> {
  if (await isWorkspaceThere(workspacePath(name))) return;
  throw new DomainError(
    "not-found",
    `The workspace "${name}" is empty; fill it with: throughline ingest <file>`,
  );
}
