import { Readable } from "node:stream";
import { DomainError } from "@/lib/domain/domain-error";
import { decodeRequest } from "@/lib/ingest/formats/decode-request";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { ingestItems, type IngestContext } from "./ingest-items";
import type { SubmitResult, TracesJob } from "../worker/worker-protocol";

const shownReasons = 5;

/**
 * Decodes a request's body and stores its spans. An incomplete body is refused whole; a rejected
 * span does not affect the others.
 * @returns after the commit
 */
export async function submitBody(
  body: Pick<TracesJob, "chunks" | "encoding">,
  context: IngestContext,
): Promise<SubmitResult> {
  const items = decode(body);
  if (typeof items === "string") return undecodable(items);
  const counts = await ingestItems(oneBatch(items), context);
  const { accepted, duplicate, rejected, erased, expired, rejects } = counts;
  return {
    accepted,
    duplicate,
    rejected,
    erased,
    expired,
    firstReasons: rejects.slice(0, shownReasons).map(({ place, reason }) => `${place}: ${reason}`),
    isUndecodable: false,
  };
}

/** @returns the items, or a sentence why there are none */
function decode({
  chunks,
  encoding,
}: Pick<TracesJob, "chunks" | "encoding">): readonly DecodedItem[] | string {
  try {
    const [only = new Uint8Array()] = chunks;
    return decodeRequest({ bytes: chunks.length > 1 ? Buffer.concat(chunks) : only, encoding });
  } catch (error) {
    if (error instanceof DomainError && error.code === "invalid-input") return error.message;
    throw error;
  }
}

function undecodable(reason: string): SubmitResult {
  return {
    accepted: 0,
    duplicate: 0,
    rejected: 0,
    erased: 0,
    expired: 0,
    firstReasons: [reason],
    isUndecodable: true,
  };
}

function oneBatch(items: readonly DecodedItem[]): AsyncIterable<readonly DecodedItem[]> {
  return Readable.from([items]);
}
