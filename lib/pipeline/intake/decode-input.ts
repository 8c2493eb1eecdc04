import { DomainError } from "@/lib/domain/domain-error";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { textEncoding } from "@/lib/ingest/formats/head-text";
import { explainUnknown, formats, recogniseFormat } from "@/lib/ingest/formats/registry";
import { gunzip, type GunzipOutcome } from "./gunzip";

/** What a format is recognised by. */
export const headLength = 64 * 1024;
const gzipMagic = [0x1f, 0x8b];

/**
 * Decodes an input; gzip and the format are recognised by content.
 * @param source the bytes as they arrive, e.g. a file's stream
 * @param options.maxBytes limit after decompression; none for a file
 * @throws DomainError "too-large" past the limit; items decoded before have been yielded
 */
export async function* decodeInput(
  source: AsyncIterable<Uint8Array>,
  options: { readonly maxBytes?: number } = {},
): AsyncGenerator<readonly DecodedItem[]> {
  const outcome: GunzipOutcome = { failure: null };
  const plain = limited(openInput(source, outcome), options.maxBytes ?? Infinity);
  const { head, bytes } = await peek(plain, headLength);
  const format = recogniseFormat(head);
  if (format === null) {
    // A gzip stream damaged from the start leaves nothing to recognise.
    if (head.length > 0 || outcome.failure === null) yield [unknownFormat(head)];
  } else {
    for await (const items of format.decode(bytes)) if (items.length > 0) yield items;
  }
  if (outcome.failure !== null) yield [reject("end of the input", outcome.failure)];
}

/**
 * Opens an input: decompressed if it begins like gzip, else as it is.
 * @param outcome receives why a gzip stream ended early
 */
async function* openInput(
  source: AsyncIterable<Uint8Array>,
  outcome: GunzipOutcome,
): AsyncGenerator<Uint8Array> {
  const { head, bytes } = await peek(source, gzipMagic.length);
  const isGzip = gzipMagic.every((byte, index) => head[index] === byte);
  yield* isGzip ? gunzip(bytes, outcome) : bytes;
}

async function* limited(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of source) {
    count += chunk.length;
    if (count > maxBytes) {
      throw new DomainError("too-large", `The input is larger than ${maxBytes} bytes.`);
    }
    yield chunk;
  }
}

/** Reads the beginning and returns a stream that replays it. */
export async function peek(
  source: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ readonly head: Uint8Array; readonly bytes: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let count = 0;
  while (count < length) {
    const next = await iterator.next();
    if (next.done === true) break;
    read.push(next.value);
    count += next.value.length;
  }
  const head = Buffer.concat(read).subarray(0, length);
  return { head, bytes: replay(read, iterator) };
}

async function* replay(
  read: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* read;
    for (;;) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

function unknownFormat(head: Uint8Array): DecodedItem {
  const reason = head.length === 0 ? "The input is empty." : whyUnknown(head);
  return reject("start of the input", reason);
}

function whyUnknown(head: Uint8Array): string {
  const lack = explainUnknown(head);
  if (lack !== null) return lack;
  if (textEncoding(head) !== "utf-8") return "This is text in UTF-16; send it as UTF-8.";
  const names = formats.map((format) => format.title).join("; ");
  return `This is none of the formats that are read: ${names}.`;
}

function reject(place: string, reason: string): DecodedItem {
  return { type: "reject", reject: { place, reason, spans: 0 } };
}
