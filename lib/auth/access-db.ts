import { accessPath } from "@/lib/pipeline/worker/data-folder";
import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";

declare global {
  // Module reloads in development must not open the file twice.
  var throughlineAccess: Map<string, Promise<Database>> | undefined;
}

const patienceMs = 10_000;

/** The database of accounts, sessions, tokens and the audit log; opened once. */
export function accessDb(): Promise<Database> {
  const path = accessPath();
  const open = (globalThis.throughlineAccess ??= new Map<string, Promise<Database>>());
  const known = open.get(path);
  if (known !== undefined) return known;
  const opening = openWriter(path, patienceMs, "access");
  open.set(path, opening);
  opening.catch(() => open.delete(path));
  return opening;
}
