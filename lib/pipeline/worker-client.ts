import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { DomainError } from "@/lib/domain/domain-error";
import { nowUs } from "./clock";
import type { SubmitResult, TracesJob, WorkerProblem, WorkerReply } from "./worker-protocol";

/** Bodies that may wait for the worker, in bytes and in number; beyond that a sender is told to come back. */
const waitingBytesMax = 256 * 1024 * 1024;
const waitingMax = 256;
const respawnMs = 1000;

type Waiting = {
  readonly bytes: number;
  readonly resolve: (result: SubmitResult) => void;
  readonly reject: (error: Error) => void;
};

type Client = {
  worker: Worker | null;
  nextId: number;
  waitingBytes: number;
  lastProblem: WorkerProblem | null;
  readonly waiting: Map<number, Waiting>;
};

declare global {
  // Development reloads modules; the worker must stay the only writer.
  var throughlineWorker: Client | undefined;
}

/** Starts the server's writer thread, once; it is started again when it crashes. */
export function startWorker(): void {
  clientOf();
}

/**
 * Hands one body to the worker. The bytes are moved, not copied: they are gone for the caller.
 * @returns what became of its spans, when they are committed
 * @throws DomainError "busy" where too much waits, or the worker or the workspace is not available
 */
export function submitTraces(body: Pick<TracesJob, "bytes" | "encoding">): Promise<SubmitResult> {
  const client = clientOf();
  const size = body.bytes.byteLength;
  const { worker } = client;
  const isFull =
    client.waiting.size >= waitingMax ||
    (client.waiting.size > 0 && client.waitingBytes + size > waitingBytesMax);
  if (worker === null || isFull) {
    return Promise.reject(
      new DomainError("busy", "The ingest queue is full; send the same request again later."),
    );
  }
  return new Promise((resolve, reject) => {
    const id = client.nextId;
    client.nextId += 1;
    client.waitingBytes += size;
    client.waiting.set(id, { bytes: size, resolve, reject });
    const job: TracesJob = { type: "traces", id, ...body };
    worker.postMessage(job, transferable(body.bytes));
  });
}

/** What last went wrong in the writer since the server started, or null. */
export function lastWorkerProblem(): WorkerProblem | null {
  return globalThis.throughlineWorker?.lastProblem ?? null;
}

function transferable({ buffer }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}

function clientOf(): Client {
  globalThis.throughlineWorker ??= spawn({
    worker: null,
    nextId: 1,
    waitingBytes: 0,
    lastProblem: null,
    waiting: new Map(),
  });
  return globalThis.throughlineWorker;
}

function spawn(client: Client): Client {
  const worker = new Worker(join(process.cwd(), "dist", "worker.mjs"));
  client.worker = worker;
  worker.on("message", (told: WorkerReply | WorkerProblem) => {
    if (told.type === "problem") client.lastProblem = told;
    else settle(client, told);
  });
  worker.on("error", (error) => {
    noteProblem(client, `The ingest worker crashed and will be started again: ${error.name}`);
  });
  worker.on("exit", () => {
    client.worker = null;
    for (const id of client.waiting.keys()) {
      settle(client, {
        type: "busy",
        id,
        message: "The ingest worker is restarting; send the same request again.",
      });
    }
    setTimeout(() => spawn(client), respawnMs).unref();
  });
  return client;
}

function noteProblem(client: Client, message: string): void {
  console.error(message);
  client.lastProblem = { type: "problem", message, atUs: nowUs() };
}

function settle(client: Client, reply: WorkerReply): void {
  const waiting = client.waiting.get(reply.id);
  if (waiting === undefined) return;
  client.waiting.delete(reply.id);
  client.waitingBytes -= waiting.bytes;
  if (reply.type === "done") waiting.resolve(reply.result);
  else if (reply.type === "busy") waiting.reject(new DomainError("busy", reply.message));
  else {
    noteProblem(client, `A body could not be stored: ${reply.message}`);
    waiting.reject(new Error(reply.message));
  }
}
