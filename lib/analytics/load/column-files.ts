import "server-only";
import { existsSync } from "node:fs";
import { endianness } from "node:os";
import { logEvent } from "@/lib/log/log-event";
import { readBlockFile, writeBlockFile } from "@/lib/store/block-file";
import { sumCaseChanges, type ChangesPosition } from "@/lib/store/cases/case-changes";
import { columnFile } from "@/lib/store/open-database";
import type { Database } from "@/lib/store/port";
import { sumLastChanges } from "../case-table/last-changes";
import {
  completeTable,
  restoreTable,
  tableBlocks,
  tableState,
  type TableState,
  type WholeTable,
} from "../case-table/table-blocks";

/** Where this process keeps the columns of its tables from one start to the next. */
export type ColumnFiles = {
  readonly folder: string;
  /** Another one for each version of the program: its columns may be others. */
  readonly program: string;
};

/** A table as it was when everything up to a position had been read. */
export type PlacedTable = WholeTable & { readonly position: ChangesPosition };

type Header = {
  readonly program: string;
  readonly position: ChangesPosition;
  readonly state: TableState;
};

declare global {
  // The server's start and its pages are bundled apart.
  var throughlineColumnFiles: ColumnFiles | undefined;
}

/** Keeps columns in files from now on; where it was never called, nothing is read or written. */
export function keepColumnFiles(files: ColumnFiles): void {
  globalThis.throughlineColumnFiles = files;
}

/** Whether this process writes the columns of a database to a file. */
export function writesColumns({ path }: Pick<Database, "path">): boolean {
  return globalThis.throughlineColumnFiles !== undefined && path !== ":memory:";
}

/** Whether there is a file of a database's columns. */
export function hasColumnFile({ path }: Pick<Database, "path">): boolean {
  const files = globalThis.throughlineColumnFiles;
  return files !== undefined && existsSync(columnFile(files.folder, path));
}

/**
 * Reads a workspace's table from its file.
 * @returns null where there is none, or where it is damaged, of another program, or of other cases
 */
export async function readColumns(db: Database): Promise<PlacedTable | null> {
  const files = globalThis.throughlineColumnFiles;
  if (files === undefined || !hasColumnFile(db)) return null;
  const path = columnFile(files.folder, db.path);
  try {
    const found = await readTable(path, files);
    if (found !== null && (await isCopy(db, found))) return found;
    logEvent("columns-outdated");
  } catch (error) {
    logEvent("columns-damaged", { error });
  }
  return null;
}

async function readTable(path: string, files: ColumnFiles): Promise<PlacedTable | null> {
  const tables: PlacedTable[] = [];
  await readBlockFile(path, (header) => {
    // Written by `writeColumns` of the same program, if it is.
    const { program, position, state } = header as Header;
    if (program !== programOf(files)) return null;
    const table = { ...restoreTable(state), position };
    tables.push(table);
    return tableBlocks(table);
  });
  for (const table of tables) completeTable(table);
  return tables[0] ?? null;
}

function programOf({ program }: ColumnFiles): string {
  return `${program} ${endianness()}`;
}

/** Whether a table holds the workspace's cases and no others. Those that changed since are read later. */
async function isCopy(db: Database, { table, changes, position }: PlacedTable): Promise<boolean> {
  const { count, sum, changedLater } = await sumCaseChanges(db, position.changed);
  const { columns, end } = table;
  const own = sumLastChanges(changes, columns.flags.subarray(0, end), new Set(changedLater));
  return own.count === count && own.sum === sum;
}

/**
 * Writes a table to its file while others use it.
 * @returns false where it changed meanwhile, so that there is no new file
 */
export async function writeColumns(db: Database, placed: PlacedTable): Promise<boolean> {
  const files = globalThis.throughlineColumnFiles;
  if (files === undefined) return false;
  const { table, position } = placed;
  const { version, encodings } = table;
  const header: Header = { program: programOf(files), position, state: tableState(placed) };
  return writeBlockFile(
    columnFile(files.folder, db.path),
    header,
    tableBlocks(placed),
    () => table.version === version && table.encodings === encodings,
  );
}
