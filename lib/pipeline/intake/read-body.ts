import { DomainError } from "@/lib/domain/domain-error";
import type { BodyLease } from "./body-budget";
import { gunzip, type GunzipOutcome } from "./gunzip";

export type ReadBodyOptions = {
  readonly isGzip: boolean;
  /** Size limit, both as sent and decompressed. */
  readonly maxBytes: number;
  /** Reserves memory before it is allocated; may throw. */
  readonly grow: BodyLease["grow"];
  /** Time limit for the whole body to arrive. */
  readonly maxMs: number;
  /** Says of the decompressed bytes so far what is too much of them; null: nothing. Absent: nothing ever is. */
  readonly check?: (bytes: Uint8Array) => string | null;
};

/**
 * Reads and decompresses a request's body as it streams in.
 * @returns the bytes in chunks; joining them here would hold them twice
 * @throws DomainError "too-large" as soon as the limit is passed or the check says so; "invalid-input" if it breaks off
 * or its gzip is damaged; "busy" if it takes too long; or what `grow` throws
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  { isGzip, maxBytes, grow, maxMs, check = () => null }: ReadBodyOptions,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const arrived = body === null ? nothing : chunksOf(body, maxMs);
  const sent = limited(arrived, maxBytes, "as sent");
  if (!isGzip) return collect(checked(sent, check), grow);
  const outcome: GunzipOutcome = { failure: null };
  const buffers = await collect(
    checked(limited(gunzip(sent, outcome), maxBytes, "after decompression"), check),
    grow,
  );
  if (outcome.failure !== null) {
    throw new DomainError("invalid-input", "The body's gzip stream is cut or damaged.");
  }
  return buffers;
}

const nothing: readonly Uint8Array[] = [];

async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  maxMs: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, maxMs, new DomainError("busy", slowSentence(maxMs)));
  });
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read().catch(cutShort), late]);
      if (done) return;
      yield value;
    }
  } finally {
    clearTimeout(timer);
    // Not cancelled: that would close the connection before the refusal is sent.
    reader.releaseLock();
  }
}

/** The sender gave up or lost the connection. */
function cutShort(): never {
  throw new DomainError("invalid-input", "The body did not arrive whole; send it again.");
}

function slowSentence(maxMs: number): string {
  return `The body did not arrive whole within ${String(maxMs / 1000)} seconds; send smaller batches.`;
}

async function* limited(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
  how: string,
): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of chunks) {
    count += chunk.length;
    if (count > maxBytes) throw bodyTooLarge(maxBytes, how);
    yield chunk;
  }
}

async function* checked(
  chunks: AsyncIterable<Uint8Array>,
  check: (bytes: Uint8Array) => string | null,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    const sentence = check(chunk);
    if (sentence !== null) throw new DomainError("too-large", sentence);
    yield chunk;
  }
}

const chunkLengthMin = 4 * 1024;
const chunkLengthMax = 1024 * 1024;

/** Copies the stream into chunks whose size grows with what was read: few chunks with little slack. */
async function collect(
  chunks: AsyncIterable<Uint8Array>,
  grow: BodyLease["grow"],
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const buffers: Uint8Array<ArrayBuffer>[] = [];
  let buffer = new Uint8Array(0);
  let used = 0;
  let total = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      if (used === buffer.length) {
        if (used > 0) buffers.push(buffer);
        const length = Math.min(Math.max(total, chunk.length, chunkLengthMin), chunkLengthMax);
        grow(length);
        buffer = new Uint8Array(length);
        used = 0;
      }
      const bytes = chunk.subarray(at, at + buffer.length - used);
      buffer.set(bytes, used);
      used += bytes.length;
      total += bytes.length;
      at += bytes.length;
    }
  }
  return used > 0 ? [...buffers, buffer.subarray(0, used)] : buffers;
}

/**
 * The error for a body above the limit.
 * @param how "as sent" or "after decompression"
 */
export function bodyTooLarge(maxBytes: number, how: string): DomainError {
  const limit = `${maxBytes / 1024 / 1024} MiB`;
  return new DomainError(
    "too-large",
    `The body is larger than ${limit} ${how}; send smaller batches.`,
  );
}
