import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { basename } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { DomainError } from "@/lib/domain/domain-error";
import type { GateFile } from "@/lib/gate/read/read-rows";
import { wholeFileBytesMax, wholeFileError } from "@/lib/gate/read/whole-file";

const chunkBytes = 1024 * 1024;

/**
 * Opens a file of the gate. Its lines are read one by one; only what needs its whole text has a limit of size.
 * @throws DomainError with the path and the system's reason
 */
export function readGateFile(path: string): GateFile {
  const name = basename(path);
  return orUnreadable(path, () => {
    const opened = openSync(path, "r");
    try {
      const stats = fstatSync(opened);
      // A pipe is read only once.
      if (!stats.isFile()) return { name, text: readFileSync(opened, "utf8") };
      return {
        name,
        get text() {
          if (stats.size > wholeFileBytesMax) throw wholeFileError(name);
          return orUnreadable(path, () => readFileSync(path, "utf8"));
        },
        lines: { [Symbol.iterator]: () => linesOf(name, path) },
      };
    } finally {
      closeSync(opened);
    }
  });
}

function orUnreadable<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError("not-found", `${path} cannot be read (${reason}).`);
  }
}

/** The lines of a file, as `split("\n")` of its text gives them. */
function* linesOf(name: string, path: string): Generator<string> {
  const opened = openSync(path, "r");
  try {
    const chunk = Buffer.alloc(chunkBytes);
    const decoder = new StringDecoder("utf8");
    let rest = "";
    for (;;) {
      const bytes = readSync(opened, chunk);
      const lines = (bytes === 0 ? decoder.end() : decoder.write(chunk.subarray(0, bytes))).split(
        "\n",
      );
      rest += lines[0] ?? "";
      if (rest.length > wholeFileBytesMax) throw wholeFileError(name);
      for (const line of lines.slice(1)) {
        yield rest;
        rest = line;
      }
      if (bytes === 0) break;
    }
    yield rest;
  } finally {
    closeSync(opened);
  }
}
