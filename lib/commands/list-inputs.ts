import { createReadStream, readdirSync, statSync, type Stats } from "node:fs";
import { basename, join } from "node:path";
import { DomainError } from "@/lib/domain/domain-error";
import type { Input } from "@/lib/pipeline/intake/ingest-file";

/** Each chunk costs a turn of the event loop: few and large. */
const chunkBytes = 1024 * 1024;

/**
 * The files named by arguments: a file, every file below a folder (ordered by path), or "-".
 * @throws DomainError if a path does not exist or a folder is empty
 */
export function listInputs(paths: readonly string[]): Input[] {
  return paths.flatMap((path) => {
    const inputs = path === "-" ? [standardInput] : inputsAt(path);
    if (inputs.length > 0) return inputs;
    throw new DomainError("not-found", `The folder "${path}" is empty; nothing was ingested.`);
  });
}

const standardInput: Input = { name: "standard input", bytes: null, open: () => process.stdin };

function inputsAt(path: string): Input[] {
  const stats = statOf(path);
  if (!stats.isDirectory()) {
    const bytes = stats.isFile() ? stats.size : null;
    return [
      {
        name: basename(path),
        bytes,
        open: () => createReadStream(path, { highWaterMark: chunkBytes }),
      },
    ];
  }
  const inputs = readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() || entry.isFile() || entry.isSymbolicLink()
        ? inputsAt(join(path, entry.name))
        : [],
    );
  return inputs;
}

function statOf(path: string): Stats {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new DomainError(
      "not-found",
      `There is no file or folder "${path}"; nothing was ingested.`,
    );
  }
  return stats;
}
