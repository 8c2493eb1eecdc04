import type { PartCounter } from "./part-counter";

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];
/** Of other bytes, outside strings, nothing is counted. */
const isStructural = new Uint8Array(256);
for (const byte of [quote, comma, openBrace, closeBrace, openBracket, closeBracket]) {
  isStructural[byte] = 1;
}
/** A span or a log record has exactly one of these, and little else has any. */
const spanKeys: ReadonlySet<string> = new Set([
  "startTimeUnixNano",
  "start_time_unix_nano",
  "observedTimeUnixNano",
  "observed_time_unix_nano",
]);
const keyLengths: ReadonlySet<number> = new Set([...spanKeys].map((key) => key.length));
const keyLengthMax = Math.max(...keyLengths);

/**
 * Counts objects, lists and their members in UTF-8 JSON. `[1,2,3]` counts as much as `[[],[],[]]`: each element takes
 * memory. Elements that are neither count an eighth, as much as they take.
 */
export function createJsonCounter(): PartCounter {
  let [parts, commas, spans, ofSpan, depth, deepest] = [0, 0, 0, 0, 0, 0];
  /** The parts before each level that is open, and the level of the span that is, 0 for none. */
  const before: number[] = [];
  let level = 0;
  let isInString = false;
  let isEscaped = false;
  /** The last string, or its beginning, where it may be a span's key. */
  let text = "";
  let isShort = false;

  /** @returns the position after a string's end, or the chunk's */
  function skipString(bytes: Uint8Array, from: number): number {
    let at = isEscaped ? from + 1 : from;
    let end = bytes.indexOf(quote, at);
    for (; end >= 0 && isOddlyEscaped(bytes, at, end); end = bytes.indexOf(quote, at)) at = end + 1;
    isInString = end < 0;
    const stop = isInString ? bytes.length : end;
    isEscaped = isInString && isOddlyEscaped(bytes, at, stop);
    const length = text.length + stop - from;
    isShort &&= isInString ? length <= keyLengthMax : keyLengths.has(length);
    if (isShort) text += String.fromCharCode(...bytes.subarray(from, stop));
    return stop + 1;
  }

  const countParts = () => parts + Math.floor(commas / 8);
  const endSpan = () => {
    ofSpan = Math.max(ofSpan, countParts() - (before[level] ?? 0));
    level = 0;
  };

  return {
    counts: () => ({ parts: countParts(), ofSpan, spans, depth: deepest }),
    push(bytes) {
      let at = isInString ? skipString(bytes, 0) : 0;
      for (; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (byte === colon) {
          if (isShort && spanKeys.has(text)) {
            spans += 1;
            level = depth;
          }
          isShort = false;
        } else if (isStructural[byte] === 1) {
          if (byte === quote) {
            isInString = true;
            isShort = true;
            text = "";
            at = skipString(bytes, at + 1) - 1;
          } else if (byte === comma) commas += 1;
          else if (byte === openBrace || byte === openBracket) {
            depth += 1;
            before[depth] = countParts();
            parts += 1;
            if (depth > deepest) deepest = depth;
          } else {
            if (level === depth && level > 0) endSpan();
            depth -= 1;
          }
        }
      }
    },
  };
}

/** Whether an odd number of backslashes stands before a position, from another on. */
function isOddlyEscaped(bytes: Uint8Array, from: number, position: number): boolean {
  let at = position - 1;
  while (at >= from && bytes[at] === backslash) at -= 1;
  return (position - 1 - at) % 2 === 1;
}
