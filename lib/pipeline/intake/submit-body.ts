import { Readable } from "node:stream";
import { isDomainError } from "@/lib/domain/domain-error";
import { decodeRequest } from "@/lib/ingest/formats/decode-request";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { LoggedEvents, type UnkeptLogs } from "@/lib/ingest/formats/logs/logged-events";
import {
  ingestItems,
  ingestPrepared,
  noCounts,
  type IngestContext,
  type IngestCounts,
} from "./ingest-items";
import { joinChunks } from "./join-chunks";
import type { Body } from "./threads/preparer-protocol";
import type { Decoder } from "./threads/start-decoder";
import type { SubmitResult } from "../worker/worker-protocol";

/** A body up to this size is decoded and prepared in one go, which takes a quarter of a second at most. */
const smallBytes = 64 * 1024;

/** The result of a body that brings nothing. */
export const nothingSubmitted: SubmitResult = {
  ...{ accepted: 0, overwritten: 0, duplicate: 0, differing: 0, rejected: 0 },
  ...{ erased: 0, expired: 0, firstReasons: [], isUndecodable: false },
};

const shownReasons = 5;

/** How a body is stored: `batch` opens the record of the ingest, if anything is to be stored. */
export type BodyContext = Omit<IngestContext, "batch"> & {
  readonly batch: () => Promise<number>;
  /** For large bodies; absent: all are decoded on this thread. */
  readonly decoder?: Decoder;
};

/**
 * Decodes a request's body and stores its spans or log events. An incomplete body is refused whole; a rejected
 * span does not affect the others. Of log records that are not kept nothing is recorded: a service may log much.
 * @returns after the commit
 */
export async function submitBody(body: Body, context: BodyContext): Promise<SubmitResult> {
  try {
    const { counts, unkept } = await ingestBody(body, context);
    return resultOf(counts, unkept);
  } catch (error) {
    if (isDomainError(error) && error.code === "invalid-input") return undecodable(error.message);
    throw error;
  }
}

type Ingested = { readonly counts: IngestCounts; readonly unkept: UnkeptLogs };

async function ingestBody(body: Body, context: BodyContext): Promise<Ingested> {
  const { preparers, decoder, preparation, owner = "" } = context;
  const bytes = body.chunks.reduce((sum, { length }) => sum + length, 0);
  if (preparers === undefined || decoder === undefined) return ingestHere(body, context);
  if (bytes > smallBytes) return ingestParts(decoder.decode(body, owner), context);
  const prepared = await preparers.prepareBody(body, preparation.settings, owner);
  const { spans, rejects, frames, unkept } = prepared;
  const isNothing = spans.length + rejects.length + frames === 0;
  const counts = isNothing
    ? noCounts
    : await ingestPrepared(prepared, { ...context, batch: await context.batch() });
  return { counts, unkept };
}

async function ingestHere(body: Body, context: BodyContext): Promise<Ingested> {
  const events = new LoggedEvents();
  const { chunks, encoding, signal = "traces" } = body;
  const items = decodeRequest({ bytes: joinChunks(chunks), encoding, signal }, events);
  const counts =
    items.length === 0
      ? noCounts
      : await ingestItems(Readable.from([items]), { ...context, batch: await context.batch() });
  return { counts, unkept: events.takeUnkept() };
}

async function ingestParts(
  parts: AsyncGenerator<readonly DecodedItem[], UnkeptLogs>,
  context: BodyContext,
): Promise<Ingested> {
  const first = await nextPart(parts);
  if (first.done === true) return { counts: noCounts, unkept: first.value };
  let unkept: UnkeptLogs = { count: 0, reason: "" };
  async function* all(): AsyncGenerator<readonly DecodedItem[]> {
    let step: IteratorResult<readonly DecodedItem[], UnkeptLogs> = first;
    for (; step.done !== true; step = await parts.next()) yield step.value;
    unkept = step.value;
  }
  try {
    const counts = await ingestItems(all(), { ...context, batch: await context.batch() });
    return { counts, unkept };
  } finally {
    // However it ended, its memory is given back.
    await parts.return(unkept);
  }
}

/** The first part that has anything in it. */
async function nextPart(
  parts: AsyncGenerator<readonly DecodedItem[], UnkeptLogs>,
): Promise<IteratorResult<readonly DecodedItem[], UnkeptLogs>> {
  let step = await parts.next();
  while (step.done !== true && step.value.length === 0) step = await parts.next();
  return step;
}

function resultOf(counts: IngestCounts, unkept: UnkeptLogs): SubmitResult {
  const { accepted, overwritten, duplicate, differing, rejected, erased, expired, rejects } =
    counts;
  return {
    accepted,
    overwritten,
    duplicate,
    differing,
    rejected: rejected + unkept.count,
    erased,
    expired,
    firstReasons: [
      ...rejects.slice(0, shownReasons).map(({ place, reason }) => `${place}: ${reason}`),
      ...(unkept.count > 0 ? [unkept.reason] : []),
    ],
    isUndecodable: false,
  };
}

function undecodable(reason: string): SubmitResult {
  return { ...nothingSubmitted, firstReasons: [reason], isUndecodable: true };
}
