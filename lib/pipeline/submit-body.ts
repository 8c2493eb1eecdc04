import { Readable } from "node:stream";
import type { Format } from "@/lib/ingest/formats/format";
import { otlpJson } from "@/lib/ingest/formats/otlp-json";
import { otlpProtobuf } from "@/lib/ingest/formats/otlp-protobuf";
import { ingestItems, type IngestContext } from "./ingest-items";
import type { SubmitResult, TracesJob } from "./worker-protocol";

const formats: Readonly<Record<TracesJob["encoding"], Format>> = {
  json: otlpJson,
  protobuf: otlpProtobuf,
};

const shownReasons = 5;

/**
 * Decodes one request's body and stores its spans. What can be read of a damaged body is kept.
 * @returns when they are committed
 */
export async function submitBody(
  body: Pick<TracesJob, "bytes" | "encoding">,
  context: IngestContext,
): Promise<SubmitResult> {
  const items = formats[body.encoding].decode(oneChunk(body.bytes));
  const { accepted, duplicate, rejected, rejects } = await ingestItems(items, context);
  return {
    accepted,
    duplicate,
    rejected,
    firstReasons: rejects.slice(0, shownReasons).map(({ place, reason }) => `${place}: ${reason}`),
    isUndecodable:
      accepted + duplicate === 0 && rejects.some(({ place }) => !place.includes("spans[")),
  };
}

/** A body that is already here, as the stream that formats decode. */
function oneChunk(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  return Readable.from([bytes]);
}
