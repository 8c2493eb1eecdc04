import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { DomainError } from "@/lib/domain/domain-error";
import type { Scope } from "@/lib/domain/people/permission";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { ChangeAnswer, WorkspaceChange } from "@/lib/domain/settings/workspace-change";
import { nowUs } from "./clock";
import { removeLeftParts } from "../intake/upload-spool";
import type { Upload } from "@/lib/domain/settings/upload";
import { noteUpload } from "../intake/uploads";
import type {
  SubmitResult,
  TracesJob,
  WorkerProblem,
  WorkerReply,
  WorkerRequest,
  UploadNews,
} from "./worker-protocol";

/** Requests that may wait for the worker; beyond that a sender is told to come back. Their bytes are counted where they are read. */
const waitingMax = 256;
const respawnMs = 1000;
const restarting =
  "The writer is starting again; nothing was changed, send the same request again.";

type Client = {
  worker: Worker | null;
  nextId: number;
  lastProblem: WorkerProblem | null;
  onUpload: (upload: Upload) => void;
  readonly waiting: Map<number, (reply: WorkerReply) => void>;
};

declare global {
  // Development reloads modules; the worker must stay the only writer.
  var throughlineWorker: Client | undefined;
}

/**
 * Starts the server's writer thread, once; it is started again when it crashes.
 * @param onUpload called with each news of a file that a page sent
 */
export function startWorker(onUpload: (upload: Upload) => void): void {
  clientOf().onUpload = onUpload;
}

/**
 * Hands one body to the worker. The bytes are moved, not copied: they are gone for the caller.
 * @returns what became of its spans, when they are committed
 * @throws DomainError "busy" where too much waits, or the worker or the workspace is not available
 */
export async function submitTraces(
  body: Pick<TracesJob, "parts" | "encoding">,
): Promise<SubmitResult> {
  const client = clientOf();
  if (client.waiting.size >= waitingMax) {
    throw new DomainError("busy", "The ingest queue is full; send the same request again later.");
  }
  const reply = await ask(client, (id) => ({ type: "traces", id, ...body }), body.parts);
  if (reply.type !== "stored") throw errorOf(reply, "A body could not be stored");
  return reply.result;
}

/**
 * Hands what a person changed to the worker, which applies it before the bodies that wait.
 * @param scope of whoever asks: what it changes beyond that is refused as what is not there
 * @returns what it left behind, when it is committed; derivation follows
 * @throws DomainError "busy" where the worker or the workspace is not available, or what the store refuses
 */
export async function submitChange(
  workspace: WorkspaceName,
  change: WorkspaceChange,
  scope: Scope | null,
): Promise<ChangeAnswer> {
  const reply = await ask(clientOf(), (id) => ({ type: "change", id, workspace, change, scope }));
  if (reply.type !== "changed") throw errorOf(reply, "A change could not be stored");
  return reply.answer;
}

/** Says that a file which a page sent is whole. A writer that is away finds it when it starts. */
export function announceUpload(): void {
  const notice: WorkerRequest = { type: "uploads" };
  clientOf().worker?.postMessage(notice);
}

/** What last went wrong in the writer since the server started, or null. */
export function lastWorkerProblem(): WorkerProblem | null {
  return globalThis.throughlineWorker?.lastProblem ?? null;
}

/** @param parts what is moved with the request */
function ask(
  client: Client,
  request: (id: number) => WorkerRequest,
  parts: readonly Uint8Array<ArrayBuffer>[] = [],
): Promise<WorkerReply> {
  const { worker } = client;
  if (worker === null) return Promise.reject(new DomainError("busy", restarting));
  return new Promise((settle) => {
    const id = client.nextId;
    client.nextId += 1;
    client.waiting.set(id, settle);
    worker.postMessage(
      request(id),
      parts.map(({ buffer }) => buffer),
    );
  });
}

/** @param what for the log: what was not done */
function errorOf(reply: WorkerReply, what: string): Error {
  if (reply.type === "refused") return new DomainError(reply.code, reply.message);
  const message = reply.type === "failed" ? reply.message : `an answer of type ${reply.type}`;
  noteProblem(clientOf(), `${what}: ${message}`);
  return new Error(message);
}

function clientOf(): Client {
  globalThis.throughlineWorker ??= startClient();
  return globalThis.throughlineWorker;
}

function startClient(): Client {
  removeLeftParts();
  const nothing = { worker: null, nextId: 1, lastProblem: null };
  return spawn({ ...nothing, onUpload: () => undefined, waiting: new Map() });
}

function spawn(client: Client): Client {
  const worker = new Worker(join(process.cwd(), "dist", "worker.mjs"));
  client.worker = worker;
  worker.on("message", (told: WorkerReply | WorkerProblem | UploadNews) => {
    if (told.type === "problem") client.lastProblem = told;
    else if (told.type === "upload") {
      noteUpload(told.upload);
      client.onUpload(told.upload);
    } else settle(client, told);
  });
  worker.on("error", (error) => {
    noteProblem(client, `The ingest worker crashed and will be started again: ${error.name}`);
  });
  worker.on("exit", () => {
    client.worker = null;
    for (const id of client.waiting.keys()) {
      settle(client, { type: "refused", id, code: "busy", message: restarting });
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
  const answer = client.waiting.get(reply.id);
  client.waiting.delete(reply.id);
  answer?.(reply);
}
