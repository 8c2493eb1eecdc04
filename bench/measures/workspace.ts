import { createReadStream, rmSync } from "node:fs";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drainQueue } from "@/lib/pipeline/derive/drain-queue";
import { createAnswerMasker } from "@/lib/pipeline/derive/create-answer-masker";
import { nowUs } from "@/lib/pipeline/worker/clock";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { ingestFile } from "@/lib/pipeline/intake/ingest-file";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { openWriter, type Database } from "@/lib/store/database";
import { readSettings } from "@/lib/store/decisions/decisions";

/** Works in a folder of its own and removes it whatever happens. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a workspace in a folder, works with it and closes it. */
export async function withWorkspace<T>(
  folder: string,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const db = await openWriter(workspacePath("main", folder), patienceMs);
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

const patienceMs = 60_000;
/** As the command line reads. */
const chunkBytes = 1024 * 1024;

/** What the command line's `ingest` does with one file. @returns accepted spans */
export async function ingestPath(db: Database, path: string, folder: string): Promise<number> {
  const preparation = createPreparation(await readSettings(db), folder);
  const { accepted } = await ingestFile(
    { name: "export.jsonl", open: () => createReadStream(path, { highWaterMark: chunkBytes }) },
    { db, preparation, now: nowUs, onProgress: () => undefined },
  );
  await drainQueue(db, { now: nowUs, maskAnswer: createAnswerMasker(folder) });
  return accepted;
}

/** How long something takes. @returns milliseconds */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

/** What something costs: milliseconds on the clock, and of all the process's threads together. */
export type Cost = { readonly wallMs: number; readonly cpuMs: number };

/** What something costs. The processor's time says more where the machine is shared. */
export async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage();
  const wallMs = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { wallMs, cpuMs: (user + system) / 1000 };
}
