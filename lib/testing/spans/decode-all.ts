import type { DecodedItem, Format } from "@/lib/ingest/formats/format";

/** Cuts bytes after the given lengths, then again from the first length on. */
export async function* chunked(
  bytes: Uint8Array,
  lengths: readonly number[] = [64 * 1024],
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let index = 0; at < bytes.length; index++) {
    const length = Math.max(1, lengths[index % lengths.length] ?? 1);
    await Promise.resolve();
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

/** Collects what a decoder yields. */
export async function collectItems(
  batches: AsyncIterable<readonly DecodedItem[]>,
): Promise<DecodedItem[]> {
  const items: DecodedItem[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

/** Decodes bytes that arrive in chunks of the given lengths. */
export function decodeAll(
  format: Format,
  input: Uint8Array | string,
  lengths?: readonly number[],
): Promise<DecodedItem[]> {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  return collectItems(format.decode(chunked(bytes, lengths)));
}
