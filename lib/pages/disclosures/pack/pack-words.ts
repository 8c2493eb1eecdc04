import { segmentText, type QuoteRange } from "@/lib/format/segment-text";
import { plainWords } from "@/lib/format/plain-words";
import type { PackWords } from "./pack-model";

/** Characters of unquoted words that are kept on each side of a quote. */
const besideMax = 400;
/** Characters of a quote that are kept. */
const quotedMax = 2000;

/** A message's words with what is quoted; "…" stands for what is left out, and masked values are words. */
export function packWords(text: string, ranges: readonly QuoteRange[]): PackWords {
  const parts: { text: string; isQuoted: boolean }[] = [];
  for (const { raw, refs } of segmentText(text.slice(0, textMax), ranges)) {
    const isQuoted = refs.length > 0;
    const last = parts.at(-1);
    // Blanks between two quoted runs belong to the quotation.
    if (last?.isQuoted === isQuoted || (last !== undefined && raw.trim() === "")) last.text += raw;
    else parts.push({ text: raw, isQuoted });
  }
  return parts.map((part, at) => ({
    isQuoted: part.isQuoted,
    text: shortened(plainWords(part.text), part.isQuoted, {
      isFirst: at === 0,
      isLast: at === parts.length - 1,
    }),
  }));
}

/** Of a text of any length only so many characters are read. */
const textMax = 200_000;

type Place = { readonly isFirst: boolean; readonly isLast: boolean };

/** Keeps what stands next to a quote; of a text without one, the beginning. */
function shortened(text: string, isQuoted: boolean, { isFirst, isLast }: Place): string {
  const max = isQuoted ? quotedMax : besideMax;
  if (text.length <= max * 2) return text;
  const from = `${text.slice(0, max).trimEnd()} …`;
  const to = `… ${text.slice(-max).trimStart()}`;
  if (isLast && !isQuoted) return from;
  return isFirst && !isQuoted ? to : `${from}${to.slice(1)}`;
}
