import { createReadStream, rmSync } from "node:fs";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drainQueue } from "@/lib/pipeline/derive/drain-queue";
import { createAnswerMasker } from "@/lib/pipeline/derive/create-answer-masker";
import { nowUs } from "@/lib/clock/server";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { decodeHere } from "@/lib/pipeline/intake/decode-file";
import { ingestFile } from "@/lib/pipeline/intake/ingest-file";
import { ingestInputs } from "@/lib/pipeline/intake/ingest-inputs";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";
import { readSettings } from "@/lib/store/decisions/decisions";

/** Runs a function with a temporary folder, which is always removed. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a workspace in a folder, runs a function and closes it. */
export async function withWorkspace<T>(
  folder: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const db = await openWriter(workspacePath("main", folder), patienceMs);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

const patienceMs = 60_000;
/** The command line's chunk size. */
const chunkBytes = 1024 * 1024;

/**
 * Ingests one file on this thread alone.
 * @returns accepted spans
 */
export async function ingestPath(db: Database, path: string, folder: string): Promise<number> {
  const preparation = createPreparation(await readSettings(db), folder);
  const { accepted } = await ingestFile(
    {
      name: "export.jsonl",
      decode: decodeHere(() => createReadStream(path, { highWaterMark: chunkBytes })),
    },
    { db, preparation, now: nowUs, onProgress: () => undefined },
  );
  await drainQueue(db, { now: nowUs, maskAnswer: createAnswerMasker(folder) });
  return accepted;
}

/**
 * Ingests one file as `throughline ingest` does, on its threads.
 * @returns accepted spans
 */
export async function ingestOnThreads(db: Database, path: string, folder: string): Promise<number> {
  // Its threads take the key from the data folder, like the command's.
  process.env["THROUGHLINE_DATA"] = folder;
  const open = () => createReadStream(path, { highWaterMark: chunkBytes });
  const silent = () => ({ update: () => undefined, done: () => undefined });
  const { accepted } = await ingestInputs(
    db,
    [{ name: "export.jsonl", bytes: null, open }],
    silent,
  );
  return accepted;
}

/**
 * Times a function.
 * @returns milliseconds
 */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

/** Milliseconds, wall-clock and CPU time of all the process's threads. */
export type Cost = { readonly wallMs: number; readonly cpuMs: number };

/** Measures a function. CPU time is more reliable on a shared machine. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage();
  const wallMs = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { wallMs, cpuMs: (user + system) / 1000 };
}
