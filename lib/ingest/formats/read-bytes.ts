import { textOf } from "../mask/binary/decode-run";

const base64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

/** Reads a bytes attribute: as text if it is text, so that it is masked, else as padded base64 like OTLP/JSON. */
export function readBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return textOf(buffer) ?? buffer.toString("base64");
}

/** Reads OTLP/JSON bytes; invalid base64 is kept as text. */
export function readBase64(written: string): string {
  return base64.test(written) ? readBytes(Buffer.from(written, "base64")) : written;
}
