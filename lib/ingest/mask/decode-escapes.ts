import { ownEntry } from "@/lib/domain/own-entry";

/** A text with escapes resolved, and each character's offset in the original. */
export type DecodedText = { readonly text: string; readonly offsets: readonly number[] };

const escape =
  /(?:%[0-9A-Fa-f]{2})+|\\(?:u[0-9A-Fa-f]{4}|["\\/nrt])|&#(?:x[0-9A-Fa-f]{2,4}|\d{2,5});|&(?:amp|commat|period|lowbar|plus|hyphen);/g;
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&commat;": "@",
  "&period;": ".",
  "&lowbar;": "_",
  "&plus;": "+",
  "&hyphen;": "-",
};
const named: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/**
 * Resolves percent-encoding (RFC 3986), JSON backslashes and HTML entities, so that patterns match the decoded text;
 * `offsets` (one more than characters: the last is the original's length) map matches back.
 * @returns null if nothing was escaped
 */
export function decodeEscapes(text: string): DecodedText | null {
  const offsets: number[] = [];
  let decoded = "";
  let at = 0;
  for (const match of text.matchAll(escape)) {
    for (let index = at; index < match.index; index += 1) offsets.push(index);
    decoded += text.slice(at, match.index);
    at = match.index;
    const width = match[0].startsWith("%") ? 3 : match[0].length;
    for (const piece of pieces(match[0])) {
      for (let index = 0; index < piece.text.length; index += 1) offsets.push(at);
      decoded += piece.text;
      at += piece.units * width;
    }
  }
  if (decoded === "") return null;
  for (let index = at; index <= text.length; index += 1) offsets.push(index);
  return { text: decoded + text.slice(at), offsets };
}

type Piece = { readonly text: string; readonly units: number };

function pieces(escaped: string): Piece[] {
  if (escaped.startsWith("%")) return fromUtf8(escaped);
  const digits = /^\\u(.{4})|^&#x(.+);/.exec(escaped);
  if (digits !== null) return [piece(Number.parseInt(digits[1] ?? digits[2] ?? "", 16))];
  if (escaped.startsWith("&#")) return [piece(Number.parseInt(escaped.slice(2), 10))];
  if (escaped.startsWith("&")) return [{ text: ownEntry(entities, escaped) ?? escaped, units: 1 }];
  const char = escaped.charAt(1);
  return [{ text: ownEntry(named, char) ?? char, units: 1 }];
}

function piece(code: number): Piece {
  return { text: String.fromCharCode(code), units: 1 };
}

/** Each UTF-8 sequence is one piece; an invalid byte is a piece by itself. */
function fromUtf8(escaped: string): Piece[] {
  const bytes = escaped.slice(1).split("%");
  const result: Piece[] = [];
  for (let index = 0; index < bytes.length;) {
    const first = Number.parseInt(bytes[index] ?? "", 16);
    const units = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    const decoded = decodeOrNull(bytes.slice(index, index + units));
    result.push(decoded === null ? piece(first) : { text: decoded, units });
    index += decoded === null ? 1 : units;
  }
  return result;
}

function decodeOrNull(bytes: readonly string[]): string | null {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte}`).join(""));
  } catch {
    return null;
  }
}
