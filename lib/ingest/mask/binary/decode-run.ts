const hexOnly = /^[0-9A-Fa-f]+$/;
/** Control characters other than tab and line ends, and the replacement of invalid UTF-8. */
const noText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;
const cutCharacter = /\ufffd{1,3}$/;

/**
 * Decodes a run of hexadecimal or base64 characters (RFC 4648, standard or URL-safe, with or
 * without padding, ignoring line ends) to text: UTF-8, or UTF-16LE as some shells encode it.
 * @returns null if neither is text
 */
export function decodeAsText(run: string): string | null {
  if (run.length % 2 === 0 && hexOnly.test(run)) {
    const text = startsAsHexText(run) ? textOf(Buffer.from(run, "hex")) : null;
    if (text !== null) return text;
  }
  if (!startsAsText(run)) return null;
  const bytes = Buffer.from(run, "base64");
  const text = textOf(bytes);
  if (text !== null || (bytes.at(-1) ?? 0) < 0x80) return text;
  const cut = bytes.toString("utf8").replace(cutCharacter, "");
  return noText.test(cut) ? null : cut;
}

/** Decodes a run of base64 characters. */
export function decodeAsBytes(run: string): Buffer {
  return Buffer.from(run, "base64");
}

/**
 * Bytes as text: UTF-8 or UTF-16LE without control characters.
 * @returns null otherwise
 */
export function textOf(bytes: Buffer): string | null {
  if (bytes.length >= 8 && bytes[1] === 0 && bytes[3] === 0 && bytes[5] === 0) {
    const wide = bytes.toString("utf16le");
    return noText.test(wide) ? null : wide;
  }
  const text = bytes.toString("utf8");
  return noText.test(text) ? null : text;
}

const sextets = new Int8Array(128).fill(-1);
for (const [index, char] of Array.from(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
).entries()) {
  sextets[char.charCodeAt(0)] = index;
}
sextets["-".charCodeAt(0)] = 62;
sextets["_".charCodeAt(0)] = 63;

/** The first byte is printable ASCII, a line end, a tab, or begins a multi-byte character. */
function startsAsHexText(run: string): boolean {
  return /^(?:[2-7]|0[9aAdD]|[c-fC-F])/.test(run);
}

const quadsLooked = 3;

/** Checks the first nine bytes, which rules out nearly all words and ids. */
function startsAsText(run: string): boolean {
  let following = 0;
  for (let at = 0; at < quadsLooked * 4; at += 4) {
    const bits =
      (sextet(run, at) << 18) |
      (sextet(run, at + 1) << 12) |
      (sextet(run, at + 2) << 6) |
      sextet(run, at + 3);
    for (let shift = 16; shift >= 0; shift -= 8) {
      const byte = (bits >> shift) & 0xff;
      if (following > 0) {
        if (byte >> 6 !== 2) return byte === 0;
        following -= 1;
      } else if (byte >= 0x80) {
        if (byte < 0xc2 || byte > 0xf4) return false;
        following = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
      } else if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127) {
        // A zero in second place may be UTF-16.
        if (byte !== 0 || at > 0 || shift !== 8) return false;
        return true;
      }
    }
  }
  return true;
}

function sextet(run: string, at: number): number {
  return sextets[run.charCodeAt(at)] ?? 0;
}

const isEncoded = new Uint8Array(128);
for (const char of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-") {
  isEncoded[char.charCodeAt(0)] = 1;
}

/**
 * True if a text has that many characters of base64 in a row. It looks at every `least`th character, and at those
 * before it only where that one may end such a run.
 * @param least at least 1
 */
export function hasEncodedRun(text: string, least: number): boolean {
  for (let last = least - 1; last < text.length;) {
    let before = last;
    while (before > last - least && isEncoded[text.charCodeAt(before)] === 1) before -= 1;
    if (before === last - least) return true;
    last = before + least;
  }
  return false;
}
