import type { SpanKey } from "@/lib/domain/trace/span";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { many, oneOf, optional, param, position, text, words } from "@/lib/format/address/field";
import { listSearch } from "@/lib/format/address/list-search";
import { idSegment } from "@/lib/format/id-segment";

export const traceTabs = ["messages", "passages", "attributes", "scores", "raw"] as const;
export type TraceTab = (typeof traceTabs)[number];

/** A longer tree is shown in pages of so many rows. */
export const spansPerPage = 500;

/** More folded spans than these are not kept in the address. */
export const foldedMax = 60;

/** The element that holds the chosen span's panel. */
export const spanPanelAnchor = "span";

const spanId = text({ min: 1 });

/** What a view of the Trace page depends on, besides the trace. */
export const traceCodec = createCodec({
  /** The span whose panel is shown; null: the page chooses. */
  spanId: optional("span", spanId),
  /** null: the first that holds something. */
  tab: optional("tab", oneOf(traceTabs)),
  /** Words that a span's name, kind, tool or model must hold. */
  text: param("q", words, ""),
  /** Spans whose children are folded away. */
  folded: param("fold", many(spanId, foldedMax), []),
  /** Page of the tree, from 1; null: the one with the chosen span. */
  part: optional("part", position),
  list: listSearch,
});

export type TraceQuery = QueryOf<typeof traceCodec>;
export const defaultTraceQuery = traceCodec.defaultValue;

/** The address of a view of a trace, with defaults left out. */
export function traceHref(traceId: string, query: Partial<TraceQuery> = {}): string {
  return traceCodec.href(`/traces/${idSegment(traceId)}`, { ...defaultTraceQuery, ...query });
}

/** The address of a span in its trace. @param list the list of cases one came from, as in `TraceQuery` */
export function spanHref(span: SpanKey, list: string | null): string {
  const cut = span.indexOf("/");
  return traceHref(span.slice(0, cut), { spanId: span.slice(cut + 1), list });
}
