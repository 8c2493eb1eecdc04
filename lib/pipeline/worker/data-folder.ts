import { createHmac, randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { DomainError } from "@/lib/domain/domain-error";
import type { HalfOfName } from "@/lib/domain/privacy/name-pseudonym";
import type { Pseudonymise } from "@/lib/domain/privacy/pseudonym";
import type { HashTombstone } from "@/lib/domain/privacy/tombstone";
import type { DatabaseName, WorkspaceName } from "@/lib/domain/workspace";
import { halfOfNameBy } from "@/lib/ingest/mask/half-of-name";
import { isOnPostgres } from "@/lib/store/location";
import { makeFolder } from "@/lib/store/make-folder";
import { isPostgresUrl, namespaceUrl, unreadableUrl } from "./postgres-url";

/** The folder of all data: THROUGHLINE_DATA, or `data` in the working directory. */
export function dataFolder(): string {
  return process.env["THROUGHLINE_DATA"] ?? join(process.cwd(), "data");
}

/** The folder in a data folder that exists while a backup is being restored, and after a restore that was interrupted. */
export const restoreDraftName = "restore-draft";

/** The same while data are being copied from elsewhere; the same command goes on. */
export const copyDraftName = "copy-draft";

const halfFilled = [
  [
    restoreDraftName,
    "A backup is being restored into the data folder, or that was interrupted: wait for its end, or empty the folder and restore again.",
  ],
  [
    copyDraftName,
    `Data are being copied into the data folder, or that was interrupted: wait for its end, or run \`throughline copy\` again, which goes on; to give it up, remove the folder ${copyDraftName}.`,
  ],
] as const;

/**
 * What is there may be half of it, and what is written now would be lost.
 * @throws DomainError "unavailable" while the data folder is not fully restored, or not all is copied into it
 */
export function refuseHalfFilled(folder: string): void {
  for (const [name, sentence] of halfFilled)
    // The build would look for the file in the whole checkout.
    if (existsSync(/* turbopackIgnore: true */ join(/* turbopackIgnore: true */ folder, name)))
      throw new DomainError("unavailable", sentence);
}

/**
 * Where a workspace's database is, for lib/store/open-database.ts: a file of the data folder, which is created, or a
 * namespace of the PostgreSQL server that THROUGHLINE_DATABASE_URL names.
 * @throws DomainError "unavailable" while the data folder is not filled; "invalid-input" for another URL
 */
export function workspacePath(workspace: WorkspaceName, folder = dataFolder()): string {
  refuseHalfFilled(folder);
  makeFolder(folder);
  return readDatabaseUrl(workspace) ?? join(folder, `${workspace}.db`);
}

/** Where the database of accounts, sessions, tokens and the audit log is; as `workspacePath`. */
export function accessPath(folder = dataFolder()): string {
  refuseHalfFilled(folder);
  makeFolder(folder, 0o700);
  return readDatabaseUrl("access") ?? join(folder, "access.db");
}

/** A location as it may be shown: without what a PostgreSQL URL signs in with. */
export function shownLocation(location: string): string {
  if (!isPostgresUrl(location)) return location;
  const url = new URL(location);
  [url.username, url.password] = ["", ""];
  url.searchParams.delete("password");
  return url.href;
}

/**
 * The namespace of a database, "throughline_main", or with `?namespace=acme` in the setting "acme_main".
 * @throws DomainError "invalid-input" where the setting is no PostgreSQL URL
 */
function readDatabaseUrl(name: DatabaseName): string | null {
  const given = process.env["THROUGHLINE_DATABASE_URL"];
  if (given === undefined || given === "") return null;
  if (isPostgresUrl(given)) return namespaceUrl(given, name);
  const setting = "THROUGHLINE_DATABASE_URL";
  throw new DomainError(
    "invalid-input",
    isOnPostgres(given)
      ? unreadableUrl(setting)
      : `${setting} must be a PostgreSQL URL, such as postgres://user:password@host:5432/throughline.`,
  );
}

/** The keyed one-way function that turns equal personal values into equal pseudonyms, with the workspace's key. */
export function createPseudonymise(folder = dataFolder()): Pseudonymise {
  const key = readKey(folder);
  return (type, value) =>
    createHmac("sha256", key).update(`${type}\u0000${value}`).digest("hex").slice(0, 16);
}

/** The half pseudonym of one word of a name, as masking writes it with the workspace's key; memoised. */
export function createHalfOfName(folder = dataFolder()): HalfOfName {
  return halfOfNameBy(createPseudonymise(folder));
}

/** The keyed one-way function by which an erased customer's data are recognised, with the workspace's key. */
export function createHashTombstone(folder = dataFolder()): HashTombstone {
  const key = readKey(folder);
  return (kind, value) =>
    createHmac("sha256", key).update(`erased ${kind}\u0000${value}`).digest("hex");
}

/** A keyed one-way function of what was sent unmasked, so that it cannot be guessed from its hash. Returns 64 hex digits. */
export function createKeyedHash(folder = dataFolder()): (text: string) => string {
  const key = readKey(folder);
  return (text) => createHmac("sha256", key).update(`sent\u0000${text}`).digest("hex");
}

/** The secret that a webhook's messages are signed with, of its salt: "whsec_" and 32 bytes in base64. */
export function webhookSecretOf(salt: string, folder = dataFolder()): string {
  const bytes = createHmac("sha256", readKey(folder)).update(`alert webhook\u0000${salt}`);
  return `whsec_${bytes.digest("base64")}`;
}

/** By which it is recognised whether two processes have the same key; the key cannot be found out from it. */
export function keyMark(folder = dataFolder()): string {
  return createHmac("sha256", readKey(folder)).update("mark of the key").digest("hex").slice(0, 16);
}

function readKey(folder: string): string {
  const given = process.env["THROUGHLINE_KEY"];
  return given === undefined || given === "" ? keptKey(join(folder, "key")) : given;
}

/** The key that session cookies are encrypted with. */
export function sessionKey(folder = dataFolder()): string {
  return keptKey(join(folder, "session-key"));
}

/**
 * A secret in the data folder, created at first use: 64 hexadecimal digits.
 * @throws DomainError "damaged" where its file is empty; "unavailable" where it cannot be written, or while the data folder is not filled
 */
export function keptKey(path: string): string {
  refuseHalfFilled(dirname(path));
  if (!existsSync(path)) makeKey(path);
  const key = readFileSync(path, "utf8");
  if (key.trim() === "") throw new DomainError("damaged", emptyKeySentence(basename(path)));
  return key;
}

function emptyKeySentence(name: string): string {
  return `The file ${name} in the data folder is empty. Put it back from a backup; where there is none, remove it: a new one is made, and what the old one signed or named is not recognised any more.`;
}

/** Two processes may start at once: the first hard link wins, and the key is never half-written, not by a power cut either. */
function makeKey(path: string): void {
  makeFolder(dirname(path));
  const draft = `${path}.${String(process.pid)}.${randomBytes(4).toString("hex")}`;
  try {
    const file = openSync(/* turbopackIgnore: true */ draft, "wx", 0o600);
    try {
      writeFileSync(file, randomBytes(32).toString("hex"));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw unwritable(error, basename(path));
  } finally {
    // As lib/store/sqlite.ts: not to hide the error.
    if (existsSync(/* turbopackIgnore: true */ draft)) rmSync(draft);
  }
}

function unwritable(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return error;
  const sentence = `The file ${name} cannot be written to the data folder (${String(error.code)}): look at the disk's space and the folder's rights.`;
  const isFull = ["ENOSPC", "EDQUOT", "EIO"].includes(String(error.code));
  return new DomainError("unavailable", sentence, {
    fault: isFull ? "storage-unavailable" : "storage-refused",
  });
}
