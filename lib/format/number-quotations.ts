import type { Evidence, Message } from "@/lib/domain/case/case";
import type { SpanKey } from "@/lib/domain/trace/span";
import { messageAnchor, quotationAnchor } from "./anchors";
import type { Quotation } from "./scores/score-view";
import { quotedSegments, type QuoteRange } from "./segment-text";

/** Numbered evidence: the same quote has the same number everywhere. */
export type NumberedQuotations = {
  readonly of: (evidence: readonly Evidence[]) => Quotation[];
  /** Ranges to highlight, by message ordinal. */
  readonly ranges: ReadonlyMap<number, readonly QuoteRange[]>;
  /** The first message of each span. */
  readonly messageOfSpan: ReadonlyMap<SpanKey, Message>;
};

/**
 * Numbers all evidence of a case in transcript order, from 1. Evidence outside the case's messages is
 * dropped.
 * @param hrefOf address of an anchor within a message
 */
export function numberQuotations(
  messages: readonly Message[],
  evidence: readonly Evidence[],
  hrefOf: (messageOrdinal: number, anchor: string) => string,
): NumberedQuotations {
  const byOrdinal = new Map(messages.map((message) => [message.ordinal, message]));
  const numbered = numberRanges(byOrdinal, evidence);
  const messageOfSpan = new Map<SpanKey, Message>();
  for (const message of messages) {
    for (const span of message.spans) {
      if (!messageOfSpan.has(span)) messageOfSpan.set(span, message);
    }
  }
  const quotationOf = (item: Evidence): Quotation | null => {
    if ("span" in item) {
      const spanId = item.span.slice(item.span.indexOf("/") + 1);
      const ordinal = messageOfSpan.get(item.span)?.ordinal;
      if (ordinal === undefined) return { kind: "span", spanId, message: null };
      const href = hrefOf(ordinal, messageAnchor(ordinal));
      return { kind: "span", spanId, message: { ordinal, href } };
    }
    const ref = numbered.refs.get(rangeKey(item));
    const text = byOrdinal.get(item.message)?.text;
    if (ref === undefined || text === undefined) return null;
    const words = quotedSegments(text, { ref, start: item.start, end: item.end });
    if (words.length === 0) return null;
    return { kind: "words", ref, words, href: hrefOf(item.message, quotationAnchor(ref)) };
  };
  return {
    ranges: numbered.ranges,
    messageOfSpan,
    of: (items) => uniqueQuotations(items.map(quotationOf)),
  };
}

type WordRange = Extract<Evidence, { message: number }>;

function numberRanges(
  messages: ReadonlyMap<number, Message>,
  evidence: readonly Evidence[],
): { refs: ReadonlyMap<string, number>; ranges: ReadonlyMap<number, readonly QuoteRange[]> } {
  const found = evidence
    .filter((item): item is WordRange => "message" in item)
    .filter((item) => {
      const length = messages.get(item.message)?.text.length ?? 0;
      return item.start < Math.min(item.end, length);
    })
    .sort((a, b) => a.message - b.message || a.start - b.start || a.end - b.end);
  const refs = new Map<string, number>();
  const ranges = new Map<number, QuoteRange[]>();
  for (const item of found) {
    if (refs.has(rangeKey(item))) continue;
    const ref = refs.size + 1;
    refs.set(rangeKey(item), ref);
    const range = { ref, start: item.start, end: item.end };
    const own = ranges.get(item.message);
    if (own === undefined) ranges.set(item.message, [range]);
    else own.push(range);
  }
  return { refs, ranges };
}

function rangeKey(range: WordRange): string {
  return `${range.message}:${range.start}:${range.end}`;
}

function uniqueQuotations(quotations: readonly (Quotation | null)[]): Quotation[] {
  const byKey = new Map<string, Quotation>();
  for (const quotation of quotations) {
    if (quotation === null) continue;
    const key = quotation.kind === "words" ? `${quotation.ref}` : `span ${quotation.spanId}`;
    if (!byKey.has(key)) byKey.set(key, quotation);
  }
  return [...byKey.values()];
}
