import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { dataFolder } from "../worker/data-folder";

/*
 * Files that pages sent wait in the data folder until they are read: `<id>.part` while bytes come in,
 * `<id>.whole` with what is known of it in `<id>.json` when all have.
 */

const spooledSchema = z.object({
  id: z.string(),
  /** The file's name, masked. */
  name: z.string(),
  bytes: z.number(),
  /** When its sending began: microseconds since 1970. */
  startUs: z.number(),
  /** How often reading it has begun. */
  attempts: z.number(),
});

/** A whole file that waits to be read. */
export type SpooledFile = z.infer<typeof spooledSchema>;

const onlyOwner = 0o600;

/** Opens the file that an upload's bytes are written to. @throws where the id is in use */
export function openPart(id: string): Promise<FileHandle> {
  return open(pathOf(id, "part"), "wx", onlyOwner);
}

/** Declares an upload whole: from here on it survives a crash. Its bytes must be on the disk. */
export function keepPart(file: SpooledFile): void {
  writeFacts(file);
  renameSync(pathOf(file.id, "part"), spooledPath(file.id));
}

/** Removes what came in of an upload that did not end. */
export function removePart(id: string): void {
  rmSync(pathOf(id, "part"), { force: true });
}

/** Removes what a server that is gone left of uploads that did not end. Call it before any begins. */
export function removeLeftParts(): void {
  const names = readdirSync(folder());
  const whole = new Set(names.filter((name) => name.endsWith(".whole")).map(idOf));
  const isLeft = (name: string) => !name.endsWith(".whole") && !whole.has(idOf(name));
  for (const name of names.filter(isLeft)) rmSync(join(folder(), name), { force: true });
}

/** The whole files that wait, in the order in which their sending began. */
export function listSpooled(): SpooledFile[] {
  return readdirSync(folder())
    .filter((name) => name.endsWith(".whole"))
    .map((name) => readFacts(idOf(name)))
    .sort((a, b) => a.startUs - b.startUs || (a.id < b.id ? -1 : 1));
}

/** Notes that reading a file begins. @returns what is known of it now */
export function noteAttempt(file: SpooledFile): SpooledFile {
  const now = { ...file, attempts: file.attempts + 1 };
  writeFacts(now);
  return now;
}

/** Removes a whole file: it was read, or never will be. */
export function removeSpooled(id: string): void {
  rmSync(spooledPath(id), { force: true });
  rmSync(pathOf(id, "json"), { force: true });
}

/** Where a whole file is. */
export function spooledPath(id: string): string {
  return pathOf(id, "whole");
}

function readFacts(id: string): SpooledFile {
  return spooledSchema.parse(JSON.parse(readFileSync(pathOf(id, "json"), "utf8")));
}

/** A reader sees the old facts or the new ones, never half of them. */
function writeFacts(file: SpooledFile): void {
  const draft = pathOf(file.id, "draft");
  writeFileSync(draft, JSON.stringify(file), { mode: onlyOwner });
  renameSync(draft, pathOf(file.id, "json"));
}

function pathOf(id: string, ending: "part" | "whole" | "json" | "draft"): string {
  return join(folder(), `${id}.${ending}`);
}

function idOf(name: string): string {
  return name.slice(0, name.lastIndexOf("."));
}

function folder(): string {
  const path = join(dataFolder(), "uploads");
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}
