import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it, where they are not there. Node's `recursive` never ends below a folder such as
 * /proc, in which making one fails as if the folder itself were not there.
 */
export function makeFolder(path: string, mode = 0o777): void {
  // Asked for with each request: an error that is thrown takes ten times as long as looking.
  if (isFolder(path)) return;
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (isFolder(path)) return;
    if (!isMissing(error) || existsSync(dirname(path))) throw error;
    makeFolder(dirname(path), mode);
    makeFolder(path, mode);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
