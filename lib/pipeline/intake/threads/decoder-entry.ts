import { createReadStream } from "node:fs";
import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { isDomainError } from "@/lib/domain/domain-error";
import { decodeInParts, type TracesRequest } from "@/lib/ingest/formats/decode-request";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { LoggedEvents } from "@/lib/ingest/formats/logs/logged-events";
import { describeError } from "@/lib/log/describe-error";
import { lowerPriority } from "../../worker/lower-priority";
import type { BodyToOpen, DecoderReply, DecoderRequest } from "./decoder-protocol";
import { endParts, type Parts } from "./end-parts";
import { createGarbageCollection } from "./collect-garbage";
import { decodeFile } from "../decode-file";
import { joinChunks } from "../join-chunks";

/** Thread that decodes large bodies and files, a little of each in turn; it touches no database. */
const port = parentPort;
if (port === null) throw new Error("This file runs as a thread; use `throughline worker`.");

lowerPriority();

/** After so long another body has its turn. */
const sliceMs = 10;
/** A body of so many bytes leaves twice as much behind when it is parsed. */
const largeBytes = 8 * 1024 * 1024;
const progressEveryMs = 100;
const chunkBytes = 256 * 1024;

type Open = { readonly parts: Parts<readonly DecodedItem[]>; readonly events: LoggedEvents };

const open = new Map<number, Open>();
const collectGarbage = createGarbageCollection();

port.on("message", (request: DecoderRequest) => {
  if (request.type === "close") close(request.id);
  else void answer(request).then((reply) => port.postMessage(reply));
});

async function answer(
  request: Exclude<DecoderRequest, { readonly type: "close" }>,
): Promise<DecoderReply> {
  const { id } = request;
  try {
    switch (request.type) {
      case "open":
        return await openBody(id, request.body);
      case "open-file":
        return openFile(id, request.path);
      case "next":
        return await next(id);
    }
  } catch (error) {
    return isDomainError(error) && error.code === "invalid-input"
      ? { type: "undecodable", id, reason: error.message }
      : { type: "failed", id, message: describeError(error) };
  }
}

/** @throws DomainError "invalid-input" if it cannot be decoded whole: then nothing of it is stored */
async function openBody(
  id: number,
  { chunks, encoding, signal = "traces" }: BodyToOpen,
): Promise<DecoderReply> {
  // Let go, so that they are not in memory beside what is parsed of them.
  const bytes = joinChunks(chunks.splice(0));
  const request: TracesRequest = { bytes, encoding, signal };
  // Whether JSON can be decoded shows at once.
  if (encoding === "protobuf") await tryWhole(request);
  const events = new LoggedEvents();
  const parts = decodeInParts(request, events);
  open.set(id, { parts, events });
  if (bytes.length > largeBytes) setImmediate(collectGarbage);
  return { type: "opened", id };
}

function openFile(id: number, path: string): DecoderReply {
  let reportedMs = -Infinity;
  const reportProgress = (bytes: number) => {
    if (performance.now() - reportedMs < progressEveryMs) return;
    reportedMs = performance.now();
    port?.postMessage({ type: "read", id, bytes } satisfies DecoderReply);
  };
  const read = () => createReadStream(path, { highWaterMark: chunkBytes });
  open.set(id, {
    parts: decodeFile(read, reportProgress),
    events: new LoggedEvents(),
  });
  return { type: "opened", id };
}

/** What was opened for a file is closed with it. */
function close(id: number): void {
  void endParts(open.get(id)?.parts);
  open.delete(id);
}

async function tryWhole(request: TracesRequest): Promise<void> {
  let untilMs = performance.now() + sliceMs;
  for (const _ of decodeInParts(request)) {
    if (performance.now() < untilMs) continue;
    await nextTurn();
    untilMs = performance.now() + sliceMs;
  }
}

async function next(id: number): Promise<DecoderReply> {
  const body = open.get(id);
  if (body === undefined) throw new Error("No such body is open.");
  const step = await body.parts.next();
  if (step.done !== true) return { type: "items", id, items: step.value };
  open.delete(id);
  return { type: "end", id, unkept: body.events.takeUnkept() };
}
