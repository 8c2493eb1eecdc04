import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { decodeItem, encodeItem } from "@/lib/ingest/originals/item-codec";
import type { SpanItem } from "@/lib/ingest/prepare-item";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** Under which a span is stored; a box opens under no other. */
export type BoxIds = { readonly traceId: string; readonly spanId: string };

/**
 * Encrypts an item with AES-256-GCM, its ids being authenticated with it.
 * @param key 32 bytes
 * @returns a nonce of 12 random bytes, a tag of 16 and the encrypted, deflated JSON
 */
export function sealItem(item: SpanItem, ids: BoxIds, key: Buffer): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(authenticatedOf(ids));
  const words = cipher.update(deflateRawSync(encodeItem(item)));
  const rest = cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), words, rest]);
}

/** @returns null where it was sealed with another key or for other ids, or was changed since */
export function openBox(box: Uint8Array, ids: BoxIds, key: Buffer): SpanItem | null {
  const nonce = box.subarray(0, nonceBytes);
  const tag = box.subarray(nonceBytes, nonceBytes + tagBytes);
  try {
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(authenticatedOf(ids)).setAuthTag(tag);
    const words = decipher.update(box.subarray(nonceBytes + tagBytes));
    return decodeItem(inflateRawSync(Buffer.concat([words, decipher.final()])).toString("utf8"));
  } catch {
    return null;
  }
}

function authenticatedOf({ traceId, spanId }: BoxIds): Buffer {
  return Buffer.from(JSON.stringify([traceId, spanId]));
}
