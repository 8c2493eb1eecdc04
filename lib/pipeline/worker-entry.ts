import { parentPort } from "node:worker_threads";
import { DomainError } from "@/lib/domain/domain-error";
import { openBatch } from "@/lib/store/batches";
import { openWriter } from "@/lib/store/database";
import { readSettings } from "@/lib/store/decisions";
import { nowUs } from "./clock";
import { workspacePath } from "./data-folder";
import { describeError } from "./describe-error";
import { createPreparation } from "./preparation";
import { submitBody } from "./submit-body";
import { startWorkerLoop } from "./worker-loop";
import type { WorkerProblem, WorkerReply, WorkerRequest } from "./worker-protocol";

/*
 * The one writer of a server, on a thread of its own: bodies first, in the order they came,
 * derivation in between.
 */
const port = parentPort;
if (port === null) throw new Error("This file runs as a worker thread; use `throughline worker`.");

const db = await openWriter(workspacePath("main"));
const jobs: WorkerRequest[] = [];
let batch: number | null = null;
let isIngesting = false;

const loop = startWorkerLoop({
  db,
  now: nowUs,
  isUrgent: () => isIngesting || jobs.length > 0,
  onError: (error) => {
    const message = `Derivation stopped and will be tried again: ${describeError(error)}`;
    console.error(message);
    const problem: WorkerProblem = { type: "problem", message, atUs: nowUs() };
    port.postMessage(problem);
  },
});
const preparation = createPreparation(await readSettings(db));

port.on("message", (request: WorkerRequest) => {
  jobs.push(request);
  if (!isIngesting) void ingestJobs();
});

async function ingestJobs(): Promise<void> {
  isIngesting = true;
  for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
    port?.postMessage(await ingestJob(job));
    loop.noteIngest();
  }
  isIngesting = false;
}

async function ingestJob(job: WorkerRequest): Promise<WorkerReply> {
  try {
    batch ??= await openBatch(db, "OTLP over HTTP", nowUs());
    const current = { ...preparation, settings: await readSettings(db) };
    const result = await submitBody(job, { db, batch, preparation: current, now: nowUs });
    return { type: "done", id: job.id, result };
  } catch (error) {
    const type = error instanceof DomainError && error.code === "busy" ? "busy" : "failed";
    return { type, id: job.id, message: describeError(error) };
  }
}
