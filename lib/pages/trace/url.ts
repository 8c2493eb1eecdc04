import type { SpanKey } from "@/lib/domain/trace/span";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { many, oneOf, optional, param, position, text, words } from "@/lib/format/address/field";
import { listSearch } from "@/lib/format/address/list-search";
import { idSegment } from "@/lib/format/id-segment";

export const traceTabs = ["messages", "passages", "attributes", "scores", "raw"] as const;
export type TraceTab = (typeof traceTabs)[number];

/** Rows per page of the tree. */
export const spansPerPage = 500;

/** Maximum number of folded spans in the address. */
export const foldedMax = 60;

/** Element id of the span panel. */
export const spanPanelAnchor = "span";

const spanId = text({ min: 1 });

/** The query of the Trace page. */
export const traceCodec = createCodec({
  /** The selected span; null: the default. */
  spanId: optional("span", spanId),
  /** null: the first non-empty tab. */
  tab: optional("tab", oneOf(traceTabs)),
  /** Search text for name, kind, tool or model. */
  text: param("q", words, ""),
  /** Folded spans. */
  folded: param("fold", many(spanId, foldedMax), []),
  /** Page of the tree, from 1; null: the one with the chosen span. */
  page: optional("part", position),
  list: listSearch,
});

export type TraceQuery = QueryOf<typeof traceCodec>;
export const defaultTraceQuery = traceCodec.defaultValue;

/** The address of a view of a trace, with defaults left out. */
export function traceHref(traceId: string, query: Partial<TraceQuery> = {}): string {
  return traceCodec.href(`/traces/${idSegment(traceId)}`, { ...defaultTraceQuery, ...query });
}

/** The address of a span in its trace. @param list the list the viewer came from, as in `TraceQuery` */
export function spanHref(span: SpanKey, list: string | null): string {
  const cut = span.indexOf("/");
  return traceHref(span.slice(0, cut), { spanId: span.slice(cut + 1), list });
}
