import type { Readable } from "node:stream";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { decodeInput } from "./decode-input";

/**
 * Decodes a file of any accepted format. What cannot be read to its end is reported as a reject.
 * @param open called when the first part is asked for: the error of a stream that nobody reads would end the thread
 * @param onProgress called with the bytes read so far
 */
export function decodeFile(
  open: () => Readable,
  onProgress: (bytes: number) => void,
): AsyncGenerator<readonly DecodedItem[], void> {
  const outcome: ReadOutcome = { bytes: 0, failure: null };
  return thenFailure(decodeInput(countBytes(open, onProgress, outcome)), outcome);
}

/** How a file is decoded on this thread. */
export const decodeHere = (open: () => Readable) => (onProgress: (bytes: number) => void) =>
  decodeFile(open, onProgress);

/** How much of a stream was read, and why it ended early; null if it has not. */
type ReadOutcome = { bytes: number; failure: string | null };

async function* countBytes(
  open: () => Readable,
  onProgress: (bytes: number) => void,
  outcome: ReadOutcome,
): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of open() as AsyncIterable<Uint8Array>) {
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
): AsyncGenerator<readonly DecodedItem[], void> {
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
