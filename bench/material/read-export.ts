import { createReadStream, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { findShared } from "@/lib/testing/shared/find-shared";
import { asLines } from "@/lib/testing/spans/otlp";
import { syntheticExport } from "@/lib/testing/spans/synthetic-export";

export type Material = {
  readonly name: string;
  /** Uncompressed, one request per line. */
  readonly path: string;
  readonly lines: readonly string[];
  readonly bytes: number;
};

const realExport = "data/ingest/real-cases.otlp.jsonl.gz";
const syntheticCases = 3000;

/** Writes the input of the benchmark into a folder: the real export if present, else a generated one. */
export async function layExport(folder: string, requestsMax: number): Promise<Material> {
  const real = findShared(realExport);
  const all =
    real !== null && existsSync(real)
      ? await readLines(real)
      : asLines(syntheticExport(1, syntheticCases).requests).trimEnd().split("\n");
  const lines = all.slice(0, requestsMax);
  const path = join(folder, "export.jsonl");
  const text = `${lines.join("\n")}\n`;
  writeFileSync(path, text);
  const name = real === null ? `${String(syntheticCases)} synthetic cases` : "real-cases";
  return { name, path, lines, bytes: Buffer.byteLength(text) };
}

async function readLines(path: string): Promise<string[]> {
  const lines: string[] = [];
  const stream = createReadStream(path).pipe(createGunzip());
  for await (const line of createInterface({ input: stream })) if (line !== "") lines.push(line);
  return lines;
}
