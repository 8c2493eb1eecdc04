import type { DecodedItem, Format } from "@/lib/ingest/formats/format";

/** Splits bytes into chunks of the given lengths, cyclically. */
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

/** Collects a decoder's output. */
export async function collectItems(
  batches: AsyncIterable<readonly DecodedItem[]>,
): Promise<DecodedItem[]> {
  const items: DecodedItem[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

/** Decodes bytes in chunks of the given lengths. */
export function decodeAll(
  format: Format,
  input: Uint8Array | string,
  lengths?: readonly number[],
): Promise<DecodedItem[]> {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  return collectItems(format.decode(chunked(bytes, lengths)));
}
