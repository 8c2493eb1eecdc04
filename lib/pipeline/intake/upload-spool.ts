import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeFolder } from "@/lib/store/make-folder";
import { dataFolder } from "../worker/data-folder";

/**
 * Uploaded files are spooled in the data folder until they are read: `<id>.part` while bytes
 * arrive, then `<id>.whole` with its metadata in `<id>.json`; `<id>.aside` where it was given up.
 */

const spooledSchema = z.object({
  id: z.string(),
  /** The file's name, masked. */
  name: z.string(),
  bytes: z.number(),
  /** When the upload began: microseconds since 1970. */
  startUs: z.number(),
  /** How many attempts to read it have begun. */
  attempts: z.number(),
});

/** A complete file waiting to be read. */
export type SpooledFile = z.infer<typeof spooledSchema>;

const onlyOwner = 0o600;
/** Their folder in the data folder. */
const uploads = "uploads";

/**
 * Creates the file that an upload is written to.
 * @throws if the id is in use
 */
export function openSpoolFile(id: string): Promise<FileHandle> {
  return open(pathOf(id, "part"), "wx", onlyOwner);
}

/** Marks an upload as complete, which then survives a crash. Its bytes must be synced to disk. */
export function completeSpoolFile(file: SpooledFile): void {
  writeFacts(file);
  renameSync(pathOf(file.id, "part"), spooledPath(file.id));
}

/** Deletes an incomplete upload. */
export function discardSpoolFile(id: string): void {
  rmSync(pathOf(id, "part"), { force: true });
}

/** Deletes incomplete uploads of an earlier process. Call it before any upload begins. */
export function discardLeftoverSpoolFiles(): void {
  const names = readdirSync(folder());
  const whole = new Set(names.filter((name) => name.endsWith(".whole")).map(idOf));
  const isLeft = (name: string) => !/\.(?:whole|aside)$/u.test(name) && !whole.has(idOf(name));
  for (const name of names.filter(isLeft)) rmSync(join(folder(), name), { force: true });
}

/** The complete files in order of upload. */
export function listSpooled(): SpooledFile[] {
  return readdirSync(folder())
    .filter((name) => name.endsWith(".whole"))
    .map((name) => readFacts(idOf(name)))
    .sort((a, b) => a.startUs - b.startUs || (a.id < b.id ? -1 : 1));
}

/**
 * The files of acknowledged uploads, to be read or given up; paths relative to the data folder. Before the caller gets
 * to one it may be read and gone, or put aside: its path then is among them, too.
 */
export function listAcknowledged(): string[] {
  const path = join(dataFolder(), uploads);
  const names = existsSync(path) ? readdirSync(path) : [];
  const ids = names.filter((name) => /\.(?:whole|aside)$/u.test(name)).map(idOf);
  const endings = ["json", "whole", "aside"];
  return [...new Set(ids)].flatMap((id) =>
    endings.map((ending) => join(uploads, `${id}.${ending}`)),
  );
}

/**
 * Counts an attempt to read the file.
 * @returns its updated metadata
 */
export function noteAttempt(file: SpooledFile): SpooledFile {
  const now = { ...file, attempts: file.attempts + 1 };
  writeFacts(now);
  return now;
}

/** Restores the metadata from before `noteAttempt`: the attempt was ended by request. @param file as it was then */
export function takeBackAttempt(file: SpooledFile): void {
  writeFacts(file);
}

/**
 * Gives a complete file up without losing it: its sender was told that it is here.
 * @returns its place in the data folder
 */
export function setSpooledAside(id: string): string {
  renameSync(spooledPath(id), pathOf(id, "aside"));
  rmSync(pathOf(id, "json"), { force: true });
  return join(uploads, `${id}.aside`);
}

/** Deletes a complete file after it was read. */
export function removeSpooled(id: string): void {
  rmSync(spooledPath(id), { force: true });
  rmSync(pathOf(id, "json"), { force: true });
}

/** Path of a complete file. */
export function spooledPath(id: string): string {
  return pathOf(id, "whole");
}

/** Metadata that cannot be read, as after a power cut, do not keep the file from being read. */
function readFacts(id: string): SpooledFile {
  try {
    return spooledSchema.parse(JSON.parse(readFileSync(pathOf(id, "json"), "utf8")));
  } catch {
    const { size, mtimeMs } = statSync(spooledPath(id));
    const startUs = Math.round(mtimeMs * 1000);
    return { id, name: "a file whose name was lost", bytes: size, startUs, attempts: 0 };
  }
}

/** Written atomically: a reader sees the old metadata or the new. */
function writeFacts(file: SpooledFile): void {
  const draft = pathOf(file.id, "draft");
  const open = openSync(draft, "w", onlyOwner);
  try {
    writeFileSync(open, JSON.stringify(file));
    fsyncSync(open);
  } finally {
    closeSync(open);
  }
  renameSync(draft, pathOf(file.id, "json"));
}

function pathOf(id: string, ending: "part" | "whole" | "json" | "draft" | "aside"): string {
  return join(folder(), `${id}.${ending}`);
}

function idOf(name: string): string {
  return name.slice(0, name.lastIndexOf("."));
}

function folder(): string {
  const path = join(dataFolder(), uploads);
  makeFolder(path, 0o700);
  return path;
}
