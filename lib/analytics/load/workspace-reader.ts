import "server-only";
import type { Database } from "@/lib/store/port";
import { isDatabaseThere } from "@/lib/store/location";
import { openReader, openWriter } from "@/lib/store/open-database";

declare global {
  // Development reloads modules; each file stays open.
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
  if (!isDatabaseThere(path)) return null;
  const reader = openReader(path);
  readers.set(path, reader);
  return reader;
}

let empty: Promise<Database> | null = null;

/** The same; an empty workspace where there is no file. */
export function readerOrEmpty(path: string): Promise<Database> {
  const reader = workspaceReader(path);
  return reader === null ? (empty ??= openWriter(":memory:")) : Promise.resolve(reader);
}
