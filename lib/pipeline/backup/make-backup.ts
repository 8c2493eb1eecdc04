import { existsSync, lstatSync, mkdtempSync, realpathSync, renameSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { DomainError } from "@/lib/domain/domain-error";
import { workspaceNames } from "@/lib/domain/workspace";
import { countCases } from "@/lib/store/cases/counts";
import { isDatabaseThere, isOnPostgres } from "@/lib/store/location";
import { openSnapshot, removeOriginals, sealCopy, type Snapshot } from "@/lib/store/copy/snapshot";
import { readIntakeRevision } from "@/lib/store/intake-revision";
import { makeFolder } from "@/lib/store/make-folder";
import { version } from "@/package.json";
import { listAcknowledged } from "../intake/upload-spool";
import { originalsKeyName } from "../originals/originals-key";
import { accessPath, dataFolder, refuseHalfFilled } from "../worker/data-folder";
import { withReader } from "../worker/with-reader";
import { copyPrivately, fillDraft, keepPrivately, syncPath } from "./draft-folder";
import { describeFile, isMissing, manifestName, type Manifest } from "./manifest";

/** Called with a database's file name and its copied share, 0 to 1. */
export type OnCopied = (file: string, share: number) => void;

/** The audit last: a page's change is recorded before it is made, so that no copy has one without its row. */
const databases = [...workspaceNames.map((name) => `${name}.db`), "access.db"];

/**
 * Copies the data folder's data into a new folder while others write to them. The folder is there whole or not at all.
 * @param target a folder that does not exist, in one that does
 * @param nowUs the instant before anything is read, microseconds since 1970
 * @param withOriginals whether what is sealed is copied too, and its key
 * @throws DomainError where the target cannot be, the disk is full or fails, or a database is damaged
 */
export async function makeBackup(
  target: string,
  nowUs: number,
  onCopied: OnCopied,
  withOriginals = false,
): Promise<Manifest> {
  const data = dataFolder();
  refuseHalfFilled(data);
  refusePostgres();
  const there = databases.filter((name) => isDatabaseThere(join(data, name)));
  if (there.length === 0) {
    throw new DomainError("not-found", `The data folder ${data} holds nothing to back up.`);
  }
  const folder = resolve(target);
  requireFree(folder, data);
  const draft = mkdtempSync(`${folder}.draft-`);
  return fillDraft(draft, { on: folder, outcome: "no backup was made" }, async () => {
    const copied = await copyData({ data, draft, there, onCopied, withOriginals });
    const files = [];
    for (const path of copied) files.push(await describeFile(draft, path));
    const manifest: Manifest = {
      format: 1,
      madeAt: new Date(nowUs / 1000).toISOString(),
      version,
      isKeyInEnvironment: (process.env["THROUGHLINE_KEY"] ?? "") !== "",
      workspaces: await describeWorkspaces(draft, there),
      files,
    };
    await writeFile(join(draft, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
    await keepPrivately(join(draft, manifestName));
    renameSync(draft, folder);
    syncPath(dirname(folder));
    return manifest;
  });
}

type Copying = {
  readonly data: string;
  readonly draft: string;
  /** The databases' file names. */
  readonly there: readonly string[];
  readonly onCopied: OnCopied;
  readonly withOriginals: boolean;
};

/**
 * The order keeps whatever was acknowledged: an uploaded file that is read and removed meanwhile is in the workspace,
 * which is copied later. The demo's parameters are written before the demo, and a key before what it names.
 * @returns the copied files, relative to the data folder
 */
async function copyData({
  data,
  draft,
  there,
  onCopied,
  withOriginals,
}: Copying): Promise<string[]> {
  const others = await copyThose(data, draft, ["demo.json", ...listAcknowledged()]);
  const snapshots: [string, Snapshot][] = [];
  try {
    for (const name of there) snapshots.push([name, openSnapshot(join(data, name))]);
    const key = await copyThose(data, draft, withOriginals ? ["key", originalsKeyName] : ["key"]);
    for (const [name, snapshot] of snapshots) {
      await snapshot.copyTo(join(draft, name), (share) => onCopied(name, share));
      if (!withOriginals) removeOriginals(join(draft, name));
      sealCopy(join(draft, name));
      await keepPrivately(join(draft, name));
    }
    return [...there, ...key, ...others];
  } finally {
    for (const [, snapshot] of snapshots) snapshot.close();
  }
}

/** Copies those of the files that are there. @returns these */
async function copyThose(from: string, to: string, paths: readonly string[]): Promise<string[]> {
  const copied: string[] = [];
  for (const path of paths) {
    makeFolder(dirname(join(to, path)), 0o700);
    try {
      await copyPrivately(join(from, path), join(to, path));
      copied.push(path);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return copied;
}

async function describeWorkspaces(
  draft: string,
  there: readonly string[],
): Promise<Manifest["workspaces"]> {
  const described = [];
  for (const workspace of workspaceNames) {
    const name = `${workspace}.db`;
    if (!there.includes(name)) continue;
    const facts = await withReader(join(draft, name), async (db) => ({
      cases: await db.read(countCases),
      intakeRevision: await readIntakeRevision(db),
    }));
    described.push({ workspace, ...facts });
  }
  return described;
}

/** @throws DomainError "invalid-input" where a backup cannot be made at the folder */
function requireFree(folder: string, data: string): void {
  const refuse = (why: string) => {
    throw new DomainError("invalid-input", `${folder} ${why}; no backup was made.`);
  };
  if (lstatSync(folder, { throwIfNoEntry: false }) !== undefined) refuse("exists already");
  const parent = dirname(folder);
  if (!existsSync(parent)) refuse("would be in a folder that does not exist");
  const way = relative(realpathSync(data), join(realpathSync(parent), basename(folder)));
  if (way.split(sep)[0] !== "..") refuse("is inside the data folder");
}

/** @throws DomainError "unsupported" where the data are on a server, which has its own means */
function refusePostgres(): void {
  if (!isOnPostgres(accessPath())) return;
  throw new DomainError(
    "unsupported",
    "The data are on PostgreSQL: back them up with pg_dump or pg_basebackup, and the file key of the data folder with them; docs/operations.md says how.",
  );
}
