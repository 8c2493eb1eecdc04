import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import { createAnswerMasker } from "@/lib/pipeline/derive/create-answer-masker";
import { digest } from "@/lib/pipeline/derive/digest";
import { drainQueue } from "@/lib/pipeline/derive/drain-queue";
import { decodeHere } from "@/lib/pipeline/intake/decode-file";
import { ingestFile, type FileResult } from "@/lib/pipeline/intake/ingest-file";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { submitBody } from "@/lib/pipeline/intake/submit-body";
import type { SubmitResult, TracesJob } from "@/lib/pipeline/worker/worker-protocol";
import { openBatch } from "@/lib/store/spans/batches";
import type { Database } from "@/lib/store/port";
import { openWriter } from "@/lib/store/open-database";
import { readSettings } from "@/lib/store/decisions/decisions";
import { dropDatabase, locationIn, makeDatabase } from "./postgres/folder-database";
import { isOnPostgres } from "./postgres/test-server";
import { asLines } from "./spans/otlp";

export type TestWorkspace = {
  readonly folder: string;
  readonly db: Database;
  readonly maskAnswer: MaskAnswer;
  /** Stores a file's spans without deriving. */
  readonly ingest: (bytes: Uint8Array | string) => Promise<FileResult>;
  /** Stores a file's spans in place of those of the same ids. */
  readonly replace: (bytes: Uint8Array) => Promise<FileResult>;
  /** Stores requests as one file of lines. */
  readonly ingestRequests: (requests: readonly object[]) => Promise<FileResult>;
  /** Stores a body like a server's writer thread. */
  readonly submit: (
    body: Pick<TracesJob, "chunks" | "encoding" | "signal" | "token">,
  ) => Promise<SubmitResult>;
  /**
   * Drains the queue.
   * @returns the derived cases, ordered
   */
  readonly derive: () => Promise<readonly string[]>;
  /** Drains the queue, then computes the digest. */
  readonly digest: () => Promise<string>;
  /** Closes the workspace and deletes its folder. */
  readonly remove: () => Promise<void>;
};

export type TestWorkspaceOptions = {
  readonly nowUs?: number;
  /** A data folder to copy initially. */
  readonly copyOf?: string;
  /** Where it is made instead, and stays when it is removed: a data folder, and the location of its database. */
  readonly place?: { readonly folder: string; readonly location: string };
};

/** On PostgreSQL a folder's database is copied from this one's, which nobody opens. */
export function templateOf(folder: string): string {
  return `${folder}.template`;
}

/** A workspace in a separate folder, with its own key. */
async function createTestWorkspace({
  nowUs,
  copyOf,
  place,
}: TestWorkspaceOptions): Promise<TestWorkspace> {
  const folder = place?.folder ?? mkdtempSync(join(tmpdir(), "throughline-"));
  if (copyOf !== undefined) cpSync(copyOf, folder, { recursive: true });
  const from = copyOf === undefined ? {} : { from: templateOf(copyOf) };
  if (place === undefined) {
    await makeDatabase(folder, from);
    if (copyOf === undefined && !isOnPostgres()) await copyEmptyFile(join(folder, "main.db"));
  }
  const db = await openWriter(place?.location ?? locationIn(folder, "main"));
  const now = () => nowUs ?? 1_780_000_000_000_000;
  const maskAnswer = createAnswerMasker(folder);
  const preparationNow = async () => createPreparation(await readSettings(db), folder);

  async function ingest(bytes: Uint8Array | string, replaces = false): Promise<FileResult> {
    const chunk = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
    const input = {
      name: "export.jsonl",
      decode: decodeHere(() => Readable.from([chunk])),
    };
    const preparation = await preparationNow();
    return ingestFile(input, { db, preparation, replaces, now, onProgress: () => undefined });
  }

  async function submit({
    token = "",
    ...body
  }: Pick<TracesJob, "chunks" | "encoding" | "signal" | "token">): Promise<SubmitResult> {
    const batch = () => openBatch(db, "OTLP over HTTP", now());
    return submitBody(body, { db, batch, preparation: await preparationNow(), token, now });
  }

  async function derive(): Promise<readonly string[]> {
    const { cases } = await drainQueue(db, { now, maskAnswer });
    return [...cases].sort();
  }

  return {
    folder,
    db,
    maskAnswer,
    ingest,
    replace: (bytes) => ingest(bytes, true),
    ingestRequests: (requests) => ingest(asLines(requests)),
    submit,
    derive,
    digest: async () => {
      await derive();
      return digest(db);
    },
    remove: async () => {
      await db.close();
      await forgetReader(db.path);
      if (place !== undefined) return;
      await dropDatabase(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Makes an empty workspace's file as a copy of one that this process made before: to create its tables takes longer than
 * most tests. Where there is no folder of a run, it is left to who opens it.
 */
async function copyEmptyFile(path: string): Promise<void> {
  const run = process.env["THROUGHLINE_TEST_RUN"];
  if (run === undefined) return;
  const empty = join(run, `empty-${String(process.pid)}.db`);
  if (!existsSync(empty)) await (await openWriter(empty)).close();
  copyFileSync(empty, path);
}

/** Pages cache what they read from an open file; the process runs other tests afterwards. */
async function forgetReader(path: string): Promise<void> {
  await globalThis.throughlineReaders?.get(path)?.close();
  globalThis.throughlineReaders?.delete(path);
}

/** Runs a function with a temporary workspace, which is always removed. */
export async function withTestWorkspace<T>(
  work: (workspace: TestWorkspace) => Promise<T>,
  options: TestWorkspaceOptions = {},
): Promise<T> {
  const workspace = await createTestWorkspace(options);
  try {
    return await work(workspace);
  } finally {
    await workspace.remove();
  }
}
