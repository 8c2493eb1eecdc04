import type { Readable } from "node:stream";
import { openBatch } from "@/lib/store/batches";
import type { Database } from "@/lib/store/database";
import type { Preparation } from "@/lib/ingest/prepare-span";
import { decodeInput } from "./decode-input";
import { ingestItems, type IngestCounts } from "./ingest-items";

export type Input = {
  readonly name: string;
  /** Its size where one knows it, for a progress bar. */
  readonly bytes: number | null;
  readonly open: () => Readable;
};

export type FileResult = IngestCounts & { readonly source: string };

export type IngestFileContext = {
  readonly db: Database;
  readonly preparation: Preparation;
  /** Microseconds since 1970. */
  readonly now: () => number;
  /** Called with the bytes read so far. */
  readonly onProgress: (bytes: number) => void;
};

/** Reads one file, whatever accepted format it has, and stores what it holds. Its cases are not derived yet. */
export async function ingestFile(
  input: Pick<Input, "name" | "open">,
  { db, preparation, now, onProgress }: IngestFileContext,
): Promise<FileResult> {
  const source = preparation.masker.text.mask(input.name).text;
  const batch = await openBatch(db, source, now());
  const bytes = countBytes(input.open(), onProgress);
  const counts = await ingestItems(decodeInput(bytes), { db, batch, preparation, now });
  return { source, ...counts };
}

async function* countBytes(
  stream: Readable,
  onProgress: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  let read = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    read += chunk.length;
    onProgress(read);
    yield chunk;
  }
}
