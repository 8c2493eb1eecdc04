import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { connect } from "@/db/connect";

/** Every byte of every file below a folder. A file that is removed meanwhile has none. */
export function readAllFiles(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const parts = files.filter((file) => file.isFile());
  return Buffer.concat(parts.map((file) => readIfThere(join(file.parentPath, file.name))));
}

function readIfThere(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

/** Every value of every table as text, blobs also decompressed in every known format. */
export function readAllValues(path: string): string {
  const connection = connect(path, "reader");
  const tables = connection
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all();
  const texts: string[] = [];
  for (const { name } of tables) {
    for (const row of connection.prepare(`SELECT * FROM "${name}"`).raw().iterate()) {
      for (const value of Object.values(row as object)) texts.push(...formsOf(value));
    }
  }
  connection.close();
  return texts.join("\n");
}

const decompressors = [gunzipSync, inflateSync, inflateRawSync, brotliDecompressSync];

function formsOf(value: unknown): string[] {
  if (!Buffer.isBuffer(value)) return [String(value)];
  return [value.toString("latin1"), ...decompressors.flatMap((open) => opened(open, value))];
}

function opened(open: (bytes: Buffer) => Buffer, bytes: Buffer): string[] {
  try {
    return [open(bytes).toString()];
  } catch {
    // Not compressed in that format.
    return [];
  }
}
