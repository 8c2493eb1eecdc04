import { DomainError } from "@/lib/domain/domain-error";
import { gunzip, type GunzipOutcome } from "./gunzip";

/**
 * Reads a request's body into memory of its own, decompressed, as it streams in.
 * @param options.maxBytes limit of the body both as sent and decompressed
 * @throws DomainError "too-large" as soon as the limit is passed; "invalid-input" where the gzip is
 *   cut or damaged
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  options: { readonly isGzip: boolean; readonly maxBytes: number },
): Promise<Uint8Array> {
  const { isGzip, maxBytes } = options;
  const sent = limited(body === null ? nothing : chunksOf(body), maxBytes, "as sent");
  if (!isGzip) return collect(sent);
  const outcome: GunzipOutcome = { failure: null };
  const bytes = await collect(limited(gunzip(sent, outcome), maxBytes, "after decompression"));
  if (outcome.failure !== null) {
    throw new DomainError("invalid-input", "The body's gzip stream is cut or damaged.");
  }
  return bytes;
}

const nothing: readonly Uint8Array[] = [];

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Not cancelled: that would break the connection before a refusal is sent over it.
    reader.releaseLock();
  }
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

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * The refusal of a body that is larger than allowed.
 * @param how at which point it is: "as sent", "after decompression"
 */
export function bodyTooLarge(maxBytes: number, how: string): DomainError {
  const limit = `${maxBytes / 1024 / 1024} MiB`;
  return new DomainError(
    "too-large",
    `The body is larger than ${limit} ${how}; send smaller batches.`,
  );
}
