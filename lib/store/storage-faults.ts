import { basename } from "node:path";
import { DomainError, type PageFault } from "@/lib/domain/domain-error";

declare global {
  /**
   * Why each damaged file is not written to by this thread, by path: each route's bundle has its own copy of this module.
   * A damaged file stays damaged until it is replaced.
   */
  var throughlineDamaged: Map<string, string> | undefined;
}

/**
 * Translates what SQLite says of the disk or the file, which is no mistake of the data, into a sentence that names the
 * file and what to do. It holds no personal data and no folder.
 * @returns "unavailable": it can pass by itself; "damaged": it cannot; null: another error
 */
export function storageFault(error: unknown, path: string): DomainError | null {
  const code = codeOf(error);
  const kind = kinds.find(({ codes }) => codes.some((begin) => code.startsWith(begin)));
  if (kind === undefined) return null;
  const { fault } = kind;
  return new DomainError(
    fault === "storage-damaged" ? "damaged" : "unavailable",
    `${kind.sentence(basename(path))} (${code})`,
    { fault },
  );
}

/**
 * Translates what SQLite says where a file's tables are not what a migration expects, as after a change by hand. Its
 * messages name tables, columns and indexes, never a value.
 */
export function migrationFault(error: unknown, path: string): DomainError {
  const why = error instanceof Error ? error.message : String(error);
  return new DomainError(
    "damaged",
    `The tables of ${basename(path)} in the data folder could not be brought up to date; nothing was changed. Use the version that wrote it, or put it back from a backup: docs/operations.md, "A damaged file" (${why})`,
    { fault: "storage-damaged" },
  );
}

/** Of a file that has the newest schema and not all of its tables. */
export function missingTableFault(table: string, path: string): DomainError {
  return new DomainError(
    "damaged",
    `The table ${table} of ${basename(path)} in the data folder is missing: something else removed it. Stop what uses the file, keep a copy of the folder, and put the file back from a backup: docs/operations.md, "A damaged file".`,
    { fault: "storage-damaged" },
  );
}

/** Remembers that a file is damaged: this thread no longer writes to it. */
export function noteDamage(path: string, sentence: string): void {
  (globalThis.throughlineDamaged ??= new Map()).set(path, sentence);
}

/** Why a file is damaged, as far as this thread knows; null: it knows of nothing. */
export function knownDamage(path: string): string | null {
  return globalThis.throughlineDamaged?.get(path) ?? null;
}

const kinds: readonly {
  readonly fault: Extract<PageFault, `storage-${string}`>;
  /** How the codes begin. */
  readonly codes: readonly string[];
  readonly sentence: (file: string) => string;
}[] = [
  {
    fault: "storage-damaged",
    codes: ["SQLITE_CORRUPT", "SQLITE_NOTADB"],
    sentence: (file) =>
      `The file ${file} in the data folder is damaged, so nothing more is written to it. Stop what uses it, keep a copy of the folder, and put the file back from a backup, or what can be read of it: docs/operations.md, "A damaged file".`,
  },
  {
    fault: "storage-unavailable",
    codes: ["SQLITE_FULL"],
    sentence: (file) =>
      `The disk is full, so the file ${file} in the data folder cannot be written. Make space; then it goes on by itself, and nothing that was acknowledged is lost.`,
  },
  {
    fault: "storage-unavailable",
    codes: ["SQLITE_IOERR"],
    sentence: (file) =>
      `The file ${file} in the data folder cannot be read or written. Look at the disk: its space, quota and errors; nothing that was acknowledged is lost.`,
  },
  {
    fault: "storage-refused",
    codes: ["SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM"],
    sentence: (file) =>
      `The file ${file} in the data folder cannot be opened for this. Look at its owner, its rights and those of its folder, and whether the disk is mounted read-only.`,
  },
];

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
