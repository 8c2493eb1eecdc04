import type { Worker } from "node:worker_threads";
import { DomainError, isDomainError, mayPass } from "@/lib/domain/domain-error";
import type { Scope } from "@/lib/domain/people/permission";
import type { WorkspaceName } from "@/lib/domain/workspace";
import type { ChangeAnswer, WorkspaceChange } from "@/lib/domain/settings/workspace-change";
import { describeError } from "@/lib/log/describe-error";
import { logEvents } from "@/lib/log/events";
import { logEvent } from "@/lib/log/log-event";
import { nowUs } from "@/lib/clock/server";
import { startThread } from "./start-thread";
import { discardLeftoverSpoolFiles } from "../intake/upload-spool";
import type { Upload } from "@/lib/domain/settings/upload";
import { noteUpload } from "../intake/uploads";
import type { WorkerProblem, WriterFailure } from "./worker-problem";
import type {
  ProblemNews,
  SettledNews,
  SubmitResult,
  TracesJob,
  WorkerReply,
  WorkerRequest,
  UploadNews,
} from "./worker-protocol";

/**
 * Maximum number of waiting requests; further senders get "busy". As many are stored in less than the ten seconds after
 * which exporters give up. Their bytes are counted by the body budget.
 */
const waitingMax = 64;
/** How long a writer that ended is waited for until it is started again; twice as long for each that ended unheard. */
const respawnMs = { first: 1000, longest: 30_000 };
const restarting = new DomainError(
  "busy",
  "The writer is starting again; nothing was changed, send the same request again.",
);

/** What the writer and its threads did since the server started. */
type WriterCounts = {
  /** Spans and log events of bodies sent over HTTP, by what became of them. */
  readonly bodies: SpanCounts;
  /** Those of uploaded files that were read to their end. */
  readonly files: SpanCounts;
  /** Queue entries whose results were stored. */
  readonly settled: Map<WorkspaceName, number>;
  problems: number;
};

const spanResults = [
  "accepted",
  "duplicate",
  "differing",
  "rejected",
  "erased",
  "expired",
] as const satisfies readonly (keyof SubmitResult)[];
type SpanCounts = Record<(typeof spanResults)[number], number>;

type Client = {
  worker: Worker | null;
  nextId: number;
  lastProblem: WorkerProblem | null;
  ping: Promise<string | null> | null;
  /** True once it was asked to end; it is then not started again. */
  isStopping: boolean;
  /** Writers in a row that ended before they answered anything: their workspace cannot be opened, say. */
  endedUnheard: number;
  /** What is answered while there is no writer. */
  away: DomainError;
  readonly counts: WriterCounts;
  onUpload: (upload: Upload) => void;
  readonly waiting: Map<number, (reply: WorkerReply) => void>;
};

declare global {
  // Module reloads in development must not start a second writer.
  var throughlineWorker: Client | undefined;
}

/**
 * Starts the server's writer thread once, and again after a crash.
 * @param onUpload called with each change of an upload's state
 */
export function startWorker(onUpload: (upload: Upload) => void): void {
  clientOf().onUpload = onUpload;
}

/**
 * Whether as many requests wait for the writer as may: a further body is refused.
 * @param inHand how many bodies are being read or wait
 */
export function isQueueFull(inHand = 0): boolean {
  return Math.max(globalThis.throughlineWorker?.waiting.size ?? 0, inHand) >= waitingMax;
}

/**
 * Sends one body to the worker. The bytes are transferred, so the caller loses them.
 * @returns the result after the commit
 * @throws DomainError "busy" if too many requests wait, or the worker or the workspace is not available
 */
export async function submitTraces(
  body: Pick<TracesJob, "chunks" | "encoding" | "signal" | "replaces" | "sender" | "token">,
): Promise<SubmitResult> {
  const client = clientOf();
  if (isQueueFull()) {
    throw new DomainError("busy", "The ingest queue is full; send the same request again later.");
  }
  const reply = await sendRequest(client, (id) => ({ type: "traces", id, ...body }), body.chunks);
  if (reply.type !== "stored") throw errorOf(reply, "body-not-stored");
  addSpans(client.counts.bodies, reply.result);
  return reply.result;
}

/**
 * Sends a user's change to the worker, which applies it before waiting bodies.
 * @param scope the user's; a case outside it is refused as missing
 * @returns the outcome after the commit; derivation follows
 * @throws DomainError "busy" if the worker or the workspace is not available, or what the store refuses
 */
export async function submitChange(
  workspace: WorkspaceName,
  change: WorkspaceChange,
  scope: Scope | null,
): Promise<ChangeAnswer> {
  const reply = await sendRequest(clientOf(), (id) => ({
    type: "change",
    id,
    workspace,
    change,
    scope,
  }));
  if (reply.type !== "changed") throw errorOf(reply, "change-not-stored");
  return reply.answer;
}

/** Notifies the writer of a complete upload. A writer that is down finds it at its start. */
export function announceUpload(): void {
  const notice: WorkerRequest = { type: "uploads" };
  clientOf().worker?.postMessage(notice);
}

/** The last failure of the writer since the server started, or null. */
export function lastWorkerProblem(): WorkerProblem | null {
  return globalThis.throughlineWorker?.lastProblem ?? null;
}

/** Keeps a failure of the thread of alerts beside the writer's own. @param why without personal data */
export function noteAlertsProblem(why: string): void {
  noteProblem(clientOf(), "alerts-failed", why);
}

/** What the writer and its threads did since the server started. */
export function readWriterCounts(): WriterCounts {
  return clientOf().counts;
}

/**
 * Why the writer cannot store what is sent now. Concurrent callers share one question, so that askers cannot fill its
 * queue.
 * @param maxMs how long it may take, milliseconds
 * @returns one sentence without personal data; null: it can
 */
export function findWriterFault(maxMs: number): Promise<string | null> {
  const client = clientOf();
  client.ping ??= sendRequest(client, (id) => ({ type: "ping", id }))
    .then(
      (reply) => (reply.type === "pong" ? reply.fault : whyDown(client)),
      () => whyDown(client),
    )
    .finally(() => (client.ping = null));
  const late = new Promise<string>((resolve) => setTimeout(resolve, maxMs, silentWriter).unref());
  return Promise.race([client.ping, late]);
}

/** Of a writer that is starting again: why it ended. */
function whyDown({ lastProblem }: Client): string {
  return lastProblem?.message ?? silentWriter;
}

const silentWriter = "The writer does not answer: it is starting, or storing a large body.";

/** @param buffers buffers to transfer with the request */
function sendRequest(
  client: Client,
  request: (id: number) => WorkerRequest,
  buffers: readonly Uint8Array<ArrayBuffer>[] = [],
): Promise<WorkerReply> {
  const { worker } = client;
  if (worker === null) return Promise.reject(client.away);
  return new Promise((settle) => {
    const id = client.nextId;
    client.nextId += 1;
    client.waiting.set(id, settle);
    worker.postMessage(
      request(id),
      buffers.map(({ buffer }) => buffer),
    );
  });
}

/** @param event what was not done, for the log */
function errorOf(reply: WorkerReply, event: WriterFailure): Error {
  if (reply.type === "refused") return new DomainError(reply.code, reply.message);
  const message = reply.type === "failed" ? reply.message : `an answer of type ${reply.type}`;
  noteProblem(clientOf(), event, message);
  return new Error(message);
}

function clientOf(): Client {
  globalThis.throughlineWorker ??= startClient();
  return globalThis.throughlineWorker;
}

function startClient(): Client {
  discardLeftoverSpoolFiles();
  const counts = { bodies: noSpans(), files: noSpans(), settled: new Map(), problems: 0 };
  const nothing = { worker: null, lastProblem: null, ping: null, isStopping: false };
  const none = { nextId: 1, endedUnheard: 0, away: restarting };
  return spawn({ ...nothing, ...none, counts, onUpload: () => undefined, waiting: new Map() });
}

function spawn(client: Client): Client {
  const worker = startThread("worker.mjs");
  client.worker = worker;
  worker.on("message", (message: WorkerReply | ProblemNews | UploadNews | SettledNews) => {
    if (message.type === "problem") noteProblem(client, "derivation-failed", message.why);
    else if (message.type === "settled") {
      const { settled } = client.counts;
      settled.set(message.workspace, (settled.get(message.workspace) ?? 0) + message.entries);
    } else if (message.type === "upload") {
      noteUpload(message.upload);
      const { state } = message.upload;
      if (state.kind === "done") addSpans(client.counts.files, state);
      logUpload(message.upload);
      client.onUpload(message.upload);
    } else {
      if (client.endedUnheard > 0) logEvent("writer-resumed");
      client.endedUnheard = 0;
      client.away = restarting;
      settle(client, message);
    }
  });
  worker.on("error", (error) => {
    client.away = awayBecauseOf(error);
    noteProblem(client, "writer-crashed", describeError(error));
  });
  worker.on("exit", () => {
    client.worker = null;
    const { code, message } = client.away;
    for (const id of client.waiting.keys()) settle(client, { type: "refused", id, code, message });
    if (client.isStopping) return;
    const pauseMs = Math.min(respawnMs.first * 2 ** client.endedUnheard, respawnMs.longest);
    client.endedUnheard += 1;
    setTimeout(() => spawn(client), pauseMs).unref();
  });
  return client;
}

/** A sender is told what ended the writer where it is known: tables of another version do not pass by themselves. */
function awayBecauseOf(error: unknown): DomainError {
  if (!isDomainError(error)) return restarting;
  return new DomainError(mayPass(error) ? "busy" : "damaged", error.message);
}

function noteProblem(client: Client, event: WriterFailure, why: string): void {
  logEvent(event, { why });
  client.lastProblem = {
    message: `${logEvents[event].sentence}: ${why}`,
    atUs: nowUs(),
    isOfDerivation: event === "derivation-failed",
  };
  client.counts.problems += 1;
}

function logUpload({ state, bytes, startUs, atUs }: Upload): void {
  const facts = { bytes, ms: Math.round((atUs - startUs) / 1000) };
  if (state.kind === "done")
    logEvent("file-read", { ...facts, spans: state.accepted, cases: state.cases });
  if (state.kind === "failed") logEvent("file-failed", facts);
}

function noSpans(): SpanCounts {
  return { accepted: 0, duplicate: 0, differing: 0, rejected: 0, erased: 0, expired: 0 };
}

function addSpans(counts: SpanCounts, more: SpanCounts): void {
  for (const result of spanResults) counts[result] += more[result];
}

function settle(client: Client, reply: WorkerReply): void {
  const answer = client.waiting.get(reply.id);
  client.waiting.delete(reply.id);
  answer?.(reply);
}
