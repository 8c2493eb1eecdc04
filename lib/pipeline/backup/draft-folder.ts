import { closeSync, fsyncSync, openSync, rmSync } from "node:fs";
import { chmod, constants, copyFile } from "node:fs/promises";
import { dirname } from "node:path";
import { DomainError } from "@/lib/domain/domain-error";

const onlyOwner = 0o600;

/** The disk has no more room, or fails: SQLite says so of a quota, too. */
const diskCode = /^(?:SQLITE_(?:FULL|IOERR.*)|ENOSPC|EDQUOT|EFBIG|EIO)$/u;

/**
 * Fills a draft folder, and removes it if that fails.
 * @param on where the disk is, as in "the disk of /backups"
 * @param outcome what the sentence about a disk says last, e.g. "no backup was made"
 * @throws DomainError "unavailable" where the disk is full or fails
 */
export async function fillDraft<T>(
  draft: string,
  { on, outcome }: { readonly on: string; readonly outcome: string },
  fill: () => Promise<T>,
): Promise<T> {
  try {
    return await fill();
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!diskCode.test(code)) throw error;
    throw new DomainError(
      "unavailable",
      `There is no room on the disk of ${on}, or it fails (${code}): ${outcome}, and what was copied is removed.`,
    );
  }
}

/** Copies a file so that only its owner can read the copy, which a power cut does not take. */
export async function copyPrivately(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  await keepPrivately(to);
}

/** Lets only the owner read a file, and writes it and its name to the disk. */
export async function keepPrivately(path: string): Promise<void> {
  await chmod(path, onlyOwner);
  syncPath(path);
  syncPath(dirname(path));
}

/** Writes a file's bytes, or a folder's names, to the disk. */
export function syncPath(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
