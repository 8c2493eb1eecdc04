import { linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { DomainError } from "@/lib/domain/domain-error";
import { isNewerCopy } from "@/lib/store/copy/snapshot";
import { isOnPostgres } from "@/lib/store/location";
import { accessPath, dataFolder, restoreDraftName } from "../worker/data-folder";
import { copyPrivately, fillDraft, syncPath } from "./draft-folder";
import {
  backedUpBytes,
  damagedFile,
  describeFile,
  isMissing,
  readManifest,
  type BackedUpFile,
  type Manifest,
} from "./manifest";
import { makeFolder } from "@/lib/store/make-folder";

/**
 * Copies a backup into the data folder, which must be empty. Until its draft there is removed, nothing opens the data
 * folder: it has all of the backup or none.
 * @param onCopied called with the copied and verified share of its bytes, 0 to 1
 * @throws DomainError where the backup is not whole or of a newer program, the data folder is not empty, or the disk is
 * full or fails
 */
export async function restoreBackup(
  folder: string,
  onCopied: (share: number) => void,
): Promise<Manifest> {
  refusePostgres();
  const manifest = readManifest(folder);
  for (const file of manifest.files) requireSize(folder, file);
  const data = dataFolder();
  makeFolder(data, 0o700);
  requireEmpty(data);
  const draft = join(data, restoreDraftName);
  // Fails where another restore has begun.
  mkdirSync(draft, { mode: 0o700 });
  await fillDraft(draft, { on: data, outcome: "nothing was restored" }, async () => {
    // From here on no process opens the folder; one that did before has left a file.
    requireEmpty(data, restoreDraftName);
    const total = backedUpBytes(manifest);
    let bytes = 0;
    for (const file of manifest.files) {
      await copyVerified(folder, draft, file);
      refuseNewer(draft, file);
      bytes += file.bytes;
      onCopied(bytes / total);
    }
    moveInto(data, draft);
  });
  return manifest;
}

/** @throws DomainError "unsupported" where a server keeps the data: what is put into files would not be seen */
function refusePostgres(): void {
  if (!isOnPostgres(accessPath())) return;
  throw new DomainError(
    "unsupported",
    "A backup is of files, and THROUGHLINE_DATABASE_URL names a PostgreSQL server: unset it to restore into the data folder, then move what is there with throughline copy.",
  );
}

async function copyVerified(folder: string, draft: string, file: BackedUpFile): Promise<void> {
  const to = join(draft, file.path);
  makeFolder(dirname(to), 0o700);
  await copyPrivately(join(folder, file.path), to);
  const { sha256 } = await describeFile(draft, file.path);
  if (sha256 !== file.sha256) throw damagedFile(file.path, "is not as it was made");
}

/** @throws DomainError "unsupported" where this program could not open the file */
function refuseNewer(draft: string, { path }: BackedUpFile): void {
  if (!path.endsWith(".db")) return;
  const schema = path === "access.db" ? "access" : "workspace";
  if (!isNewerCopy(join(draft, path), schema)) return;
  throw new DomainError(
    "unsupported",
    `The backup's file ${path} is of a newer version of Throughline than this one: nothing was restored. Restore it with the version that made it, or a newer one.`,
  );
}

/** Puts what the draft holds beside it, and removes the draft. */
function moveInto(data: string, draft: string): void {
  const names = readdirSync(draft, { withFileTypes: true });
  const moved: string[] = [];
  try {
    for (const entry of names) {
      const to = join(data, entry.name);
      // Neither replaces what is there.
      if (entry.isDirectory()) renameSync(join(draft, entry.name), to);
      else linkSync(join(draft, entry.name), to);
      moved.push(to);
    }
    syncPath(data);
  } catch (error) {
    for (const path of moved) rmSync(path, { recursive: true, force: true });
    throw error;
  }
  rmSync(draft, { recursive: true });
  syncPath(data);
}

function requireSize(folder: string, { path, bytes }: BackedUpFile): void {
  try {
    const { size } = statSync(join(folder, path));
    if (size !== bytes) throw damagedFile(path, `has ${String(size)} bytes of ${String(bytes)}`);
  } catch (error) {
    throw isMissing(error) ? damagedFile(path, "is missing") : error;
  }
}

/** A disk's own folder is no data. */
const ownOfDisk = "lost+found";

function requireEmpty(data: string, but?: string): void {
  const names = readdirSync(data).filter((name) => name !== ownOfDisk && name !== but);
  if (names.length === 0) return;
  const some = names.slice(0, 3).join(", ");
  throw new DomainError(
    "invalid-input",
    names.includes(restoreDraftName)
      ? `A restore into the data folder ${data} is under way, or was interrupted: where none runs, empty the folder and restore again.`
      : `The data folder ${data} is in use (${some}), so nothing was restored: stop the server, move what is there away, and restore again.`,
  );
}
