import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { connect } from "@/db/connect";
import { createAnswerMasker } from "@/lib/pipeline/derive/create-answer-masker";
import { digest } from "@/lib/pipeline/derive/digest";
import { drainQueue } from "@/lib/pipeline/derive/drain-queue";
import { nowUs } from "@/lib/pipeline/worker/clock";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { openWriter } from "@/lib/store/open-database";
import { createScratch } from "../run-cli";
import { bundleServer } from "../start-server";
import { capturedLogs, readCapturedRequests } from "../spans/captured-logs";
import { asLines } from "../spans/otlp";
import { syntheticExport } from "../spans/synthetic-export";
import { withTestWorkspace } from "../test-workspace";

/** What faults are tried on: one export, and what an undisturbed run makes of it. */
export type FaultMaterial = {
  readonly seed: number;
  /** Bodies of spans and of log events. */
  readonly requests: readonly object[];
  /** The same and CRM records as files. */
  readonly files: readonly string[];
  /** The digest of an undisturbed run: of the requests, and of the files. */
  readonly digests: { readonly requests: string; readonly files: string };
  /** The bundle of the ingest server. */
  readonly server: string;
  /** A new, empty data folder. */
  readonly folder: () => string;
  /** A new data folder in which everything is stored and nothing derived. */
  readonly storedFolder: () => string;
  readonly remove: () => void;
};

/** @param caseCount cases of synthetic contacts, beside what an instrumentation really sent with its words in logs */
export async function createFaultMaterial(seed: number, caseCount: number): Promise<FaultMaterial> {
  const scratch = createScratch();
  const made = syntheticExport(seed, caseCount);
  const captured = readCapturedRequests(capturedLogs.chat);
  const requests = [...made.requests, ...captured.logs, captured.traces];
  const files = [
    scratch.file("export.jsonl", asLines(requests)),
    scratch.file("cases.jsonl", asLines(made.records)),
  ];
  const stored = join(scratch.folder(), "stored");
  const digests = await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(requests);
    const ofRequests = await workspace.digest();
    await workspace.ingest(asLines(made.records));
    return { requests: ofRequests, files: await workspace.digest() };
  });
  await withTestWorkspace(async (workspace) => {
    await workspace.ingestRequests(requests);
    await workspace.ingest(asLines(made.records));
    await workspace.db.write(() => Promise.resolve());
    mkdirSync(stored);
    checkpoint(workspace.db.path);
    cpSync(workspace.folder, stored, { recursive: true });
  });
  return {
    seed,
    requests,
    files,
    digests,
    server: await bundleServer(scratch.folder()),
    folder: () => scratch.folder(),
    storedFolder: () => {
      const data = scratch.folder();
      cpSync(stored, data, { recursive: true });
      return data;
    },
    remove: () => scratch.remove(),
  };
}

function checkpoint(path: string): void {
  const connection = connect(path, "writer");
  connection.pragma("wal_checkpoint(TRUNCATE)");
  connection.close();
}

/** Derives what waits in a data folder, and computes its digest. */
export async function digestOfFolder(data: string): Promise<string> {
  const db = await openWriter(workspacePath("main", data), 60_000);
  try {
    await drainQueue(db, { now: nowUs, maskAnswer: createAnswerMasker(data) });
    // What exceeded its limits beside other work is in the slow lane.
    await drainQueue(db, { now: nowUs, maskAnswer: createAnswerMasker(data), lane: "slow" });
    return await digest(db);
  } finally {
    await db.close();
  }
}

/** The ids of the stored spans: "trace/span". */
export function storedSpanIds(data: string): ReadonlySet<string> {
  const connection = connect(workspacePath("main", data), "writer");
  const sql =
    "SELECT t.trace_id || '/' || s.span_id AS id FROM spans s JOIN traces t ON t.id = s.trace";
  const rows = connection.prepare<[], { id: string }>(sql).all();
  connection.close();
  return new Set(rows.map(({ id }) => id));
}

/** The ids of a request's spans: "trace/span". */
export function spanIdsOf(request: object): readonly string[] {
  const ids = /"traceId":"([0-9a-f]+)","spanId":"([0-9a-f]+)"/g;
  if (!("resourceSpans" in request)) return [];
  return [...JSON.stringify(request).matchAll(ids)].map(
    ([, traceId = "", spanId = ""]) => `${traceId}/${spanId}`,
  );
}
