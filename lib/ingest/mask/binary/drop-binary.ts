import { decodeAsBytes, decodeAsText, hasEncodedRun } from "./decode-run";

/** At most some megabytes at once: V8 remembers each character of a match, and has no room for more. */
const run =
  /[A-Za-z0-9+/_-]{20,1000000}(?:(?<=[A-Za-z0-9+/]{56})\r?\n[A-Za-z0-9+/_-]{1,1000}){0,10000}={0,2}/g;
const shortest = 20;
const several = /\[binary data, \d+ bytes\](?:\[binary data, \d+ bytes\])+/g;
/**
 * Beginnings in base64 of gzip, zip, zlib, PNG, JPEG, GIF, PDF, RIFF, Ogg, MP3, Matroska, bzip2,
 * xz, zstd, 7z and MP4.
 */
const head =
  /^(?:H4sI|UEsD|eJ[wyz]|eNo|iVBORw0KGgo|[/_]9j[/_]|R0lGOD|JVBERi0|UklGR|T2dnU|SUQz|GkXfo|Qlpo|[/_]Td6WF|KLUv[/_]|N3q8rycc|AAAA[A-Za-z]GZ0eX)/;
const hexOnly = /^[0-9a-fA-F]+$/;
const lineEnds = /[\r\n]+/g;
const isMixed = /^(?=[^]*[a-z])(?=[^]*[A-Z])(?=[^]*\d)/;
const isMixedHex = /^(?=\d*[a-fA-F])(?=[a-fA-F]*\d)/;

/** 96 bytes: longer than hashes, signatures of 64 bytes and ids. */
export const binaryLeast = 128;
/** Longer than any key or token, which are masked as such. */
export const binaryLarge = 8192;

/**
 * Replaces files, images, sounds and other binary data in base64 or hexadecimal by `[binary data, … bytes]`, since
 * it could not be masked. Hashes, signatures and ids are shorter and are kept.
 * @param least minimum length of a run without a known file signature; twice as many for hexadecimal digits
 * @returns the same text if there is none
 */
export function dropBinary(text: string, least: number): string {
  if (!hasEncodedRun(text, shortest)) return text;
  const dropped = text.replace(run, (written) => {
    if (written.length < least && !head.test(written)) return written;
    const encoded = written.replace(lineEnds, "");
    const isHex = hexOnly.test(encoded);
    if (isHex && encoded.length < 2 * least) return written;
    if (!(isHex ? isMixedHex : isMixed).test(encoded)) return written;
    if (decodeAsText(encoded) !== null) return written;
    const bytes = isHex ? encoded.length >> 1 : decodeAsBytes(encoded).length;
    return markOf(bytes);
  });
  return dropped.replace(several, (marks) =>
    markOf((marks.match(/\d+/g) ?? []).reduce((sum, bytes) => sum + Number(bytes), 0)),
  );
}

function markOf(bytes: number): string {
  return `[binary data, ${String(bytes)} bytes]`;
}
