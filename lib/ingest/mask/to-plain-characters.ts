import type { DecodedText } from "./decode-escapes";

const odd =
  /[\uFF01-\uFF5E\u3000\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u00AD\u200B-\u200D\u2060\uFEFF]/;
const each = new RegExp(odd.source, "g");

/** First digits of Arabic, Persian, Devanagari and Bengali. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6];

/**
 * Maps fullwidth letters, digits and signs, and digits of other scripts, to ASCII, and removes
 * invisible characters such as zero-width spaces, so that patterns match what a reader sees.
 * @returns null if there are none
 */
export function toPlainCharacters(text: string): DecodedText | null {
  if (!odd.test(text)) return null;
  const offsets: number[] = [];
  let plain = "";
  let at = 0;
  for (const match of text.matchAll(each)) {
    for (let index = at; index < match.index; index += 1) offsets.push(index);
    const written = plainOf(match[0].charCodeAt(0));
    if (written !== "") offsets.push(match.index);
    plain += text.slice(at, match.index) + written;
    at = match.index + 1;
  }
  for (let index = at; index <= text.length; index += 1) offsets.push(index);
  return { text: plain + text.slice(at), offsets };
}

function plainOf(code: number): string {
  if (code === 0x3000) return " ";
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const zero = zeros.find((from) => code >= from && code <= from + 9);
  return zero === undefined ? "" : String.fromCharCode(48 + code - zero);
}
