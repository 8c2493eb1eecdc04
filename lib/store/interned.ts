import type { Connection } from "./port";
import { readSettingValue } from "./setting-values";

/** A connection's caches of interned rows; a rollback makes them invalid. */
const interned = new WeakMap<Connection, Map<string, number>[]>();

/** Creates a connection's cache of row ids, emptied when a transaction fails. */
export function rememberInterned(connection: Connection): Map<string, number> {
  const memory = new Map<string, number>();
  const all = interned.get(connection) ?? [];
  all.push(memory);
  interned.set(connection, all);
  return memory;
}

/** The setting that counts retirements of rows that may be cached. */
export const internedEpochName = "interned_epoch";
const epochs = new WeakMap<Connection, string>();

/** Empties a connection's caches where any process has retired rows since. Call it first in a writing transaction. */
export async function forgetRetired(connection: Connection): Promise<void> {
  if (!interned.has(connection)) return;
  const epoch = (await readSettingValue(connection, internedEpochName)) ?? "0";
  if (epoch === epochs.get(connection)) return;
  forgetInterned(connection);
  epochs.set(connection, epoch);
}

/** Empties a connection's caches: what a failed transaction made is gone. */
export function forgetInterned(connection: Connection): void {
  for (const memory of interned.get(connection) ?? []) memory.clear();
}
