import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./paths.mjs";

const skippedFolders = new Set(["node_modules", ".next", "dist", "data", ".git"]);

/** Every file below `path` (a file or folder, relative to the root), sorted. */
export function filesBelow(path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute, { withFileTypes: true })
    .filter((entry) => !skippedFolders.has(entry.name))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => filesBelow(relative(root, join(absolute, entry.name))));
}

/** One hash over names and contents of files and folders, without tests. */
export function fingerprint(paths) {
  return hashOf(paths, (path) => readFileSync(path));
}

/**
 * The same over names, sizes and times of change: about half the time, for what every command asks at its start and
 * what costs little to do once more.
 */
export function quickFingerprint(paths) {
  return hashOf(paths, (path) => {
    const { size, mtimeMs } = statSync(path);
    return `${size} ${mtimeMs}`;
  });
}

function hashOf(paths, read) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesBelow)) {
    if (/\.test\.[a-z]+$/.test(file)) continue;
    hash
      .update(`${file}\0`)
      .update(read(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Contents of a stamp file, or undefined. */
export function readStamp(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
