import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { isDomainError } from "@/lib/domain/domain-error";
import { decodeInParts, type TracesRequest } from "@/lib/ingest/formats/decode-request";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { LoggedEvents } from "@/lib/ingest/formats/logs/logged-events";
import { describeError } from "@/lib/log/describe-error";
import { lowerPriority } from "../../worker/lower-priority";
import type { DecoderReply, DecoderRequest } from "./decoder-protocol";
import { joinChunks } from "../join-chunks";
import type { Body } from "./preparer-protocol";

/** Thread that decodes large bodies, a little of each in turn; it touches no database. */
const port = parentPort;
if (port === null) throw new Error("This file runs as a thread; use `throughline worker`.");

lowerPriority();

/** After so long another body has its turn. */
const sliceMs = 10;

type Open = {
  readonly parts: Iterator<readonly DecodedItem[]>;
  /** Of JSON, which is parsed before, the first items. */
  first: IteratorResult<readonly DecodedItem[]> | null;
  readonly events: LoggedEvents;
};

const open = new Map<number, Open>();

port.on("message", (request: DecoderRequest) => {
  if (request.type === "close") open.delete(request.id);
  else void answer(request).then((reply) => port.postMessage(reply));
});

async function answer(
  request: Exclude<DecoderRequest, { readonly type: "close" }>,
): Promise<DecoderReply> {
  const { id } = request;
  try {
    return request.type === "open" ? await openBody(id, request.body) : next(id);
  } catch (error) {
    return isDomainError(error) && error.code === "invalid-input"
      ? { type: "undecodable", id, reason: error.message }
      : { type: "failed", id, message: describeError(error) };
  }
}

/** @throws DomainError "invalid-input" if it cannot be decoded whole: then nothing of it is stored */
async function openBody(
  id: number,
  { chunks, encoding, signal = "traces" }: Body,
): Promise<DecoderReply> {
  const request: TracesRequest = { bytes: joinChunks(chunks), encoding, signal };
  // Whether JSON can be decoded shows with its first items.
  if (encoding === "protobuf") await tryWhole(request);
  const events = new LoggedEvents();
  const parts = decodeInParts(request, events);
  open.set(id, { parts, first: parts.next(), events });
  return { type: "opened", id };
}

async function tryWhole(request: TracesRequest): Promise<void> {
  let untilMs = performance.now() + sliceMs;
  for (const _ of decodeInParts(request)) {
    if (performance.now() < untilMs) continue;
    await nextTurn();
    untilMs = performance.now() + sliceMs;
  }
}

function next(id: number): DecoderReply {
  const body = open.get(id);
  if (body === undefined) throw new Error("No such body is open.");
  const step = body.first ?? body.parts.next();
  body.first = null;
  if (step.done !== true) return { type: "items", id, items: step.value };
  open.delete(id);
  return { type: "end", id, unkept: body.events.takeUnkept() };
}
