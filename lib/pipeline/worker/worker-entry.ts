import { parentPort } from "node:worker_threads";
import { isDomainError, type DomainError, type DomainErrorCode } from "@/lib/domain/domain-error";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { isOnPostgres } from "@/lib/store/location";
import { knownDamage } from "@/lib/store/storage-faults";
import { tryWriting } from "@/lib/store/try-writing";
import { openBatch } from "@/lib/store/spans/batches";
import { readSettings } from "@/lib/store/decisions/decisions";
import { applyErasure } from "../changes/apply-erasure";
import { applyChange } from "../changes/apply-change";
import { nowUs } from "@/lib/clock/server";
import { lowerPriority } from "./lower-priority";
import { yieldToPages } from "./page-requests";
import { describeError } from "@/lib/log/describe-error";
import { ingestUploads } from "../intake/ingest-uploads";
import { createPreparation } from "../intake/preparation";
import { startDecoder } from "../intake/threads/start-decoder";
import { startPreparers } from "../intake/threads/start-preparers";
import { createFairTurns, type TakeTurns } from "../intake/threads/take-turns";
import { serveWorkspaces } from "./serve-workspaces";
import { submitBody } from "../intake/submit-body";
import type {
  ChangeJob,
  ProblemNews,
  SettledNews,
  TracesJob,
  UploadNews,
  WorkerReply,
  WorkerRequest,
} from "./worker-protocol";

/**
 * The writer thread: applies users' changes first, and stores bodies in short transactions, a fair share of each sender's.
 * Decoding, masking and derivation run on other threads, which start with its priority.
 */
const port = parentPort;
if (port === null) throw new Error("This file runs as a worker thread; use `throughline worker`.");

lowerPriority();

const quietUs = 60_000_000;
const batchLengthUs = 3_600_000_000;

/** A batch with the instants of its first and last body, microseconds since 1970. */
type HttpBatch = { readonly id: number; readonly firstUs: number; readonly lastUs: number };

let batch: Promise<HttpBatch> | null = null;
/** Why the last body or change could not be stored, where that was the disk's or another process's doing. */
let fault: string | null = null;
let faultMs = 0;
/** A write of one page can succeed where the next body fills the disk again. */
const faultHeldMs = 10_000;
/** Why the last transaction found the workspace locked or away, and until when that is what others find. */
let locked: { readonly error: DomainError; readonly untilMs: number } | null = null;
/** Those that waited while one waited for that have their turn within this time after it. */
const lockedMs = 2000;
const passingFaults: ReadonlySet<DomainErrorCode> = new Set(["busy", "unavailable"]);
/** How long a transaction waits for pages at most: twice what storing 20 spans takes. */
const pagesMaxMs = 100;
const underWay = new Set<Promise<WorkerReply>>();

const workspaces = serveWorkspaces(reportProblem, (workspace, entries) => {
  const news: SettledNews = { type: "settled", workspace, entries };
  port.postMessage(news);
});
const main = await workspaces.get("main");
// A page reads from each; a file never is without its tables.
if (isOnPostgres(main.path)) await workspaces.opened;
const preparation = createPreparation(defaultSettings);
const preparers = startPreparers();
const decoder = startDecoder();
const inTurn = createFairTurns();

/** Runs one transaction when its owner has a turn and no page is being answered. */
const takeTurns: TakeTurns = (owner, work) =>
  inTurn(owner, async () => {
    // Each would wait as long for the same, and its sender give up before it is answered.
    if (locked !== null && performance.now() < locked.untilMs) throw locked.error;
    await yieldToPages(pagesMaxMs);
    locked = null;
    return work().catch((error: unknown) => {
      if (isDomainError(error) && passingFaults.has(error.code))
        locked = { error, untilMs: performance.now() + lockedMs };
      throw error;
    });
  });

const uploads = ingestUploads(
  { main, preparers, decoder, takeTurns },
  ({ id, name, bytes, startUs }, state) => {
    const upload = { id, name, bytes, startUs, atUs: nowUs(), state };
    const news: UploadNews = { type: "upload", upload };
    port.postMessage(news);
  },
);

port.on("message", (request: WorkerRequest) => {
  if (request.type === "uploads") uploads.look();
  else if (request.type === "ping") void pong(request.id);
  else if (request.type === "stop") void stop();
  else if (request.type === "change") void answer(request, () => applyJob(request));
  else void answer(request, () => ingestBody(request));
});

/**
 * Healthy, it answers at once. After the disk or a lock kept something from being stored it tries to write, so that it
 * finds out when that is over.
 */
async function pong(id: number): Promise<void> {
  if (fault !== null && performance.now() - faultMs > faultHeldMs) {
    fault = await tryWriting(main).then(() => null, describeError);
  }
  const reply: WorkerReply = { type: "pong", id, fault: knownDamage(main.path) ?? fault };
  port?.postMessage(reply);
}

/** The server's own thread writes it to the log: this one may be started again and again for the same reason. */
function reportProblem(why: string): void {
  const news: ProblemNews = { type: "problem", why };
  port?.postMessage(news);
}

/** Ends this thread once nothing is under way; a file that is being read is read again after the next start. */
async function stop(): Promise<void> {
  while (underWay.size > 0) await Promise.all(underWay);
  await workspaces.stop();
  uploads.returnToSpool();
  process.exit(0);
}

async function applyJob({ id, workspace, change, scope }: ChangeJob): Promise<WorkerReply> {
  const db = await workspaces.get(workspace);
  const mask = (text: string) => preparation.masker.text.mask(text).text;
  if (change.kind === "customer-erased") {
    const { hashTombstone } = preparation;
    const answer = await applyErasure({ db, workspace, hashTombstone, nowUs: nowUs() }, change);
    return { type: "changed", id, answer };
  }
  const context = { db, scope, nowUs: nowUs(), mask };
  return { type: "changed", id, answer: await applyChange(context, change) };
}

async function ingestBody(job: TracesJob): Promise<WorkerReply> {
  const current = { ...preparation, settings: await readSettings(main) };
  const { replaces = false, sender: owner, token = "" } = job;
  const context = {
    ...{ db: main, batch: openHttpBatch, preparation: current, preparers, decoder },
    ...{ replaces, owner, token, takeTurns, now: nowUs },
  };
  const result = await submitBody(job, context);
  return { type: "stored", id: job.id, result };
}

/** The batch of what is sent over HTTP; bodies that come together have one. */
async function openHttpBatch(): Promise<number> {
  const last = batch;
  const next = (async () => openOrKeep(await last?.catch(() => null)))();
  batch = next;
  return (await next).id;
}

/** What was sent over HTTP belongs to one batch until nothing came for a minute, or for an hour. */
async function openOrKeep(last: HttpBatch | null | undefined): Promise<HttpBatch> {
  const atUs = nowUs();
  const isOver =
    last == null || atUs - last.lastUs > quietUs || atUs - last.firstUs > batchLengthUs;
  if (!isOver) return { ...last, lastUs: atUs };
  const id = await openBatch(main, "OTLP over HTTP", atUs);
  return { id, firstUs: atUs, lastUs: atUs };
}

async function answer(
  { id }: TracesJob | ChangeJob,
  work: () => Promise<WorkerReply>,
): Promise<WorkerReply> {
  const working = work().catch((error: unknown) => refusal(id, error));
  underWay.add(working);
  const reply = await working;
  if (reply.type === "stored" || reply.type === "changed") fault = null;
  else if (reply.type === "refused" && passingFaults.has(reply.code)) {
    fault = reply.message;
    faultMs = performance.now();
  }
  port?.postMessage(reply);
  underWay.delete(working);
  return reply;
}

function refusal(id: number, error: unknown): WorkerReply {
  const message = describeError(error);
  return isDomainError(error)
    ? { type: "refused", id, code: error.code, message }
    : { type: "failed", id, message };
}
