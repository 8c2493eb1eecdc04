import type { Readable } from "node:stream";
import { openBatch } from "@/lib/store/spans/batches";
import type { Database } from "@/lib/store/port";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { decodeInput } from "./decode-input";
import { noteReadWith } from "../derive/reread-spans";
import type { IntakePreparation } from "./preparation";
import type { Preparers } from "./threads/start-preparers";
import type { TakeTurns } from "./threads/take-turns";
import { ingestItems, type IngestCounts } from "./ingest-items";

export type Input = {
  readonly name: string;
  /** Size if known, for a progress bar. */
  readonly bytes: number | null;
  readonly open: () => Readable;
};

export type FileResult = IngestCounts & { readonly source: string; readonly batch: number };

export type IngestFileContext = {
  readonly db: Database;
  readonly preparation: IntakePreparation;
  /** Whether spans replace those of the same ids that differ; absent: not. */
  readonly replaces?: boolean;
  /** Threads that prepare spans; absent: all are prepared on this one. */
  readonly preparers?: Preparers;
  /** See `IngestContext`. */
  readonly owner?: string;
  readonly takeTurns?: TakeTurns;
  /** Microseconds since 1970. */
  readonly now: () => number;
  /** Called with the bytes read so far. */
  readonly onProgress: (bytes: number) => void;
};

/**
 * Reads one file of any accepted format and stores its contents, without deriving cases. A file
 * that cannot be read to its end is reported as a reject.
 */
export async function ingestFile(
  input: { readonly name: string; readonly open: () => Readable },
  { onProgress, ...context }: IngestFileContext,
): Promise<FileResult> {
  const { db, preparation, now } = context;
  const source = preparation.masker.text.mask(input.name).text;
  const batch = await openBatch(db, source, now());
  const outcome: ReadOutcome = { bytes: 0, failure: null };
  const bytes = countBytes(input.open(), onProgress, outcome);
  const items = thenFailure(decodeInput(bytes), outcome);
  const counts = await ingestItems(items, { ...context, batch });
  await noteReadWith(db, preparation.settings, now());
  return { source, batch, ...counts };
}

/** How much of a stream was read, and why it ended early; null if it has not. */
type ReadOutcome = { bytes: number; failure: string | null };

async function* countBytes(
  stream: Readable,
  onProgress: (bytes: number) => void,
  outcome: ReadOutcome,
): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      outcome.bytes += chunk.length;
      onProgress(outcome.bytes);
      yield chunk;
    }
  } catch (error) {
    outcome.failure = systemCode(error);
    if (outcome.failure === null) throw error;
  }
}

async function* thenFailure(
  items: AsyncIterable<readonly DecodedItem[]>,
  outcome: ReadOutcome,
): AsyncGenerator<readonly DecodedItem[]> {
  // Of a file that may not be read nobody knows whether it is empty.
  const isUnread = () => outcome.failure !== null && outcome.bytes === 0;
  for await (const some of items) if (!isUnread()) yield some;
  if (outcome.failure === null) return;
  const [place, reason] = isUnread()
    ? ["start of the input", `The file cannot be read (${outcome.failure}).`]
    : [
        "end of what was read",
        `The file cannot be read any further (${outcome.failure}); what came before was read.`,
      ];
  yield [{ type: "reject", reject: { place, reason, spans: 0 } }];
}

/** The system error code, e.g. EACCES or EIO; null if it is not a system error. */
function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !("syscall" in error) || !("code" in error)) return null;
  return String(error.code);
}
