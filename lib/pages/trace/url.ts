import type { SpanKey } from "@/lib/domain/trace/span";
import { idSegment } from "@/lib/format/id-segment";

export const traceTabs = ["messages", "passages", "attributes", "scores", "raw"] as const;
export type TraceTab = (typeof traceTabs)[number];

/** What a view of the Trace page depends on, besides the trace. */
export type TraceQuery = {
  /** The span whose panel is shown; null: the page chooses. */
  readonly spanId: string | null;
  /** null: the first that holds something. */
  readonly tab: TraceTab | null;
  /** Words that a span's name, kind, tool or model must hold. */
  readonly text: string;
  /** Spans whose children are folded away. */
  readonly folded: readonly string[];
  /** Which part of a long tree is shown, from 1; null: the one with the chosen span. */
  readonly part: number | null;
  /** The query string of the list of cases one came from; null where one came from elsewhere. */
  readonly list: string | null;
};

export const defaultTraceQuery: TraceQuery = {
  spanId: null,
  tab: null,
  text: "",
  folded: [],
  part: null,
  list: null,
};

/** A longer tree is shown in parts. */
export const spansPerPart = 500;

/** More folded spans than these are not kept in the address. */
export const foldedMax = 60;

/** The element that holds the chosen span's panel. */
export const spanPanelAnchor = "span";

/** The address of a view of a trace, with defaults left out. */
export function traceHref(traceId: string, query: Partial<TraceQuery> = {}): string {
  const search = new URLSearchParams();
  const { spanId, tab, text, folded, part, list } = { ...defaultTraceQuery, ...query };
  if (spanId !== null) search.set("span", spanId);
  if (tab !== null) search.set("tab", tab);
  if (text !== "") search.set("q", text);
  for (const id of folded.slice(0, foldedMax)) search.append("fold", id);
  if (part !== null) search.set("part", String(part));
  if (list !== null) search.set("list", list);
  const words = search.toString();
  return `/traces/${idSegment(traceId)}${words === "" ? "" : `?${words}`}`;
}

/** The address of a span in its trace. @param list the list of cases one came from, as in `TraceQuery` */
export function spanHref(span: SpanKey, list: string | null): string {
  const cut = span.indexOf("/");
  return traceHref(span.slice(0, cut), { spanId: span.slice(cut + 1), list });
}
