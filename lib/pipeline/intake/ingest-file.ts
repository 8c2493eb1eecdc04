import type { Readable } from "node:stream";
import { openBatch } from "@/lib/store/spans/batches";
import type { Database } from "@/lib/store/port";
import type { DecodedItem } from "@/lib/ingest/formats/format";
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

type DecodeFile = (onProgress: (bytes: number) => void) => AsyncIterable<readonly DecodedItem[]>;

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
 * Stores a file's contents, without deriving cases.
 * @param decode decodes it (`decodeFile`), here or on a thread; it is given `onProgress`
 */
export async function ingestFile(
  { name, decode }: { readonly name: string; readonly decode: DecodeFile },
  { onProgress, ...context }: IngestFileContext,
): Promise<FileResult> {
  const { db, preparation, now } = context;
  const source = preparation.masker.text.mask(name).text;
  const batch = await openBatch(db, source, now());
  const counts = await ingestItems(decode(onProgress), { ...context, batch });
  await noteReadWith(db, preparation.settings, now());
  return { source, batch, ...counts };
}
