import { Readable } from "node:stream";
import { DomainError } from "@/lib/domain/domain-error";
import { decodeRequest } from "@/lib/ingest/formats/decode-request";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { LoggedEvents } from "@/lib/ingest/formats/logs/logged-events";
import { ingestItems, noCounts, type IngestContext } from "./ingest-items";
import type { SubmitResult, TracesJob } from "../worker/worker-protocol";

type Body = Pick<TracesJob, "chunks" | "encoding" | "signal">;

/** The result of a body that brings nothing. */
export const nothingSubmitted: SubmitResult = {
  ...{ accepted: 0, overwritten: 0, duplicate: 0, differing: 0, rejected: 0 },
  ...{ erased: 0, expired: 0, firstReasons: [], isUndecodable: false },
};

const shownReasons = 5;

/**
 * Decodes a request's body and stores its spans or log events. An incomplete body is refused whole; a rejected
 * span does not affect the others. Of log records that are not kept nothing is recorded: a service may log much.
 * @param context `batch` opens the record of the ingest, if anything is to be stored
 * @returns after the commit
 */
export async function submitBody(
  body: Body,
  context: Omit<IngestContext, "batch"> & { readonly batch: () => Promise<number> },
): Promise<SubmitResult> {
  const events = new LoggedEvents();
  const items = decode(body, events);
  if (typeof items === "string") return undecodable(items);
  const counts =
    items.length === 0
      ? noCounts
      : await ingestItems(oneBatch(items), { ...context, batch: await context.batch() });
  const unkept = events.takeUnkept();
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

/** @returns the items, or a sentence why there are none */
function decode(
  { chunks, encoding, signal }: Body,
  events: LoggedEvents,
): readonly DecodedItem[] | string {
  try {
    const [only = new Uint8Array()] = chunks;
    const bytes = chunks.length > 1 ? Buffer.concat(chunks) : only;
    return decodeRequest({ bytes, encoding, ...(signal !== undefined && { signal }) }, events);
  } catch (error) {
    if (error instanceof DomainError && error.code === "invalid-input") return error.message;
    throw error;
  }
}

function undecodable(reason: string): SubmitResult {
  return { ...nothingSubmitted, firstReasons: [reason], isUndecodable: true };
}

function oneBatch(items: readonly DecodedItem[]): AsyncIterable<readonly DecodedItem[]> {
  return Readable.from([items]);
}
