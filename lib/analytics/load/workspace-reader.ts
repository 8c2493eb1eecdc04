import "server-only";
import { existsSync } from "node:fs";
import { openReader, type Database } from "@/lib/store/database";

declare global {
  // Development reloads modules; each file stays open once.
  var throughlineReaders: Map<string, Database> | undefined;
}

/**
 * The reading connection of a workspace, opened at first use and kept.
 * @param path the workspace's file
 * @returns null where nothing was ever ingested, so that there is no file
 */
export function workspaceReader(path: string): Database | null {
  const readers = (globalThis.throughlineReaders ??= new Map<string, Database>());
  const open = readers.get(path);
  if (open !== undefined) return open;
  if (!existsSync(path)) return null;
  const reader = openReader(path);
  readers.set(path, reader);
  return reader;
}
