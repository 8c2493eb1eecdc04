import { firstFrom } from "./first-from";
import { groupBy } from "./group-by";
import { maskedPattern, piiTypes, type PiiType } from "@/lib/domain/privacy/pseudonym";

/** A range to highlight: UTF-16 offsets, `end` exclusive. */
export type QuoteRange = { readonly ref: number; readonly start: number; readonly end: number };

/** A run of text with one style. The raw texts joined in order are the whole text. */
export type TextSegment = {
  readonly raw: string;
  /** The masked value, if it is one. */
  readonly masked: { readonly type: PiiType; readonly pseudonym: string } | null;
  /** Numbers of the quotations that cover it, ascending. */
  readonly refs: readonly number[];
  /** Those of them that begin here. */
  readonly starts: readonly number[];
};

type Token = {
  readonly start: number;
  readonly end: number;
  readonly masked: TextSegment["masked"];
};

/** Bounds the elements of a page: a text may have ten thousand masked values. */
const segmentsMax = 1000;

/**
 * Splits a text at the bounds of its quotes and masked values. A masked value is never split: a quote that
 * reaches into one covers all of it. Empty and outlying ranges are ignored, and blanks at the ends of
 * ranges trimmed. Beyond a thousand segments only quotes are split off.
 */
export function segmentText(text: string, ranges: readonly QuoteRange[]): TextSegment[] {
  const masks = maskedTokens(text);
  const quotes = ranges.flatMap((range) => {
    const fitted = fitRange(text, masks, range);
    return fitted === null ? [] : [fitted];
  });
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...masks, ...quotes]) cuts.add(start).add(end);
  const bounds = [...cuts].sort((left, right) => left - right);
  const maskAt = new Map(masks.map((mask) => [mask.start, mask.masked]));
  const startingAt = groupBy(quotes, ({ start }) => start);
  let covering: readonly QuoteRange[] = [];
  const segments = bounds.slice(0, -1).map((start, index) => {
    const starting = startingAt.get(start) ?? [];
    covering = [...covering.filter(({ end }) => start < end), ...starting];
    const raw = text.slice(start, bounds[index + 1]);
    return {
      raw,
      masked: maskAt.get(start) ?? null,
      // Blanks between two masked values belong to no quote.
      refs: raw.trim() === "" ? [] : ascending(covering),
      starts: ascending(starting),
    };
  });
  return joinBeyond(segments, segmentsMax);
}

/** Joins unquoted segments after the first `max`; their masked values stay in raw form. */
function joinBeyond(segments: readonly TextSegment[], max: number): TextSegment[] {
  const drawn = segments.slice(0, max);
  let plain: string[] = [];
  const flush = () => {
    if (plain.length > 0) drawn.push({ raw: plain.join(""), masked: null, refs: [], starts: [] });
    plain = [];
  };
  for (const segment of segments.slice(max)) {
    if (segment.refs.length + segment.starts.length === 0) plain.push(segment.raw);
    else {
      flush();
      drawn.push(segment);
    }
  }
  flush();
  return drawn;
}

/** Longest masked value, in characters. */
const maskedMax = 64;

/** The segments of a text that one quote covers; reads only its neighbourhood. */
export function quotedSegments(text: string, { ref, start, end }: QuoteRange): TextSegment[] {
  const from = Math.max(0, start - maskedMax);
  const near = text.slice(from, end + maskedMax);
  const segments = segmentText(near, [{ ref, start: start - from, end: end - from }]);
  return segments.filter(({ refs }) => refs.length > 0);
}

function ascending(quotes: readonly QuoteRange[]): number[] {
  return quotes.map((quote) => quote.ref).sort((left, right) => left - right);
}

function fitRange(text: string, masks: readonly Token[], range: QuoteRange): QuoteRange | null {
  let start = Math.max(0, range.start);
  let end = Math.min(text.length, range.end);
  if (!(start < end)) return null;
  // Trims blanks: two quotes of one sentence may differ only by them.
  const words = text.slice(start, end);
  start += words.length - words.trimStart().length;
  end -= words.length - words.trimEnd().length;
  if (!(start < end)) return null;
  start = maskAround(masks, start)?.start ?? start;
  end = maskAround(masks, end)?.end ?? end;
  return { ref: range.ref, start, end };
}

/** The masked value that a position is inside of. @param masks in order */
function maskAround(masks: readonly Token[], at: number): Token | null {
  const mask = masks[firstFrom(masks, ({ end }) => at < end)];
  return mask !== undefined && mask.start < at ? mask : null;
}

function maskedTokens(text: string): Token[] {
  return [...text.matchAll(maskedPattern)].flatMap((match) => {
    const [raw, type, pseudonym = ""] = match;
    const known = piiTypes.find((candidate) => candidate === type);
    if (known === undefined) return [];
    return [
      {
        start: match.index,
        end: match.index + raw.length,
        masked: { type: known, pseudonym },
      },
    ];
  });
}
