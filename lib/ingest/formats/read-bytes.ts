import { textOf } from "../mask/decode-run";

const base64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

/**
 * Reads bytes of an attribute: as text where they are text, so that it is masked like any other, else in base64
 * with padding, as OTLP/JSON writes bytes.
 */
export function readBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return textOf(buffer) ?? buffer.toString("base64");
}

/** Reads bytes as OTLP/JSON writes them; what is no base64 is the text that it is. */
export function readBase64(written: string): string {
  return base64.test(written) ? readBytes(Buffer.from(written, "base64")) : written;
}
