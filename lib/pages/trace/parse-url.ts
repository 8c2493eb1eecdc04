import { z } from "zod";
import { defaultTraceQuery, foldedMax, traceTabs, type TraceQuery } from "./url";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";
import { listField } from "@/lib/format/address/list-field";

const maxTextLength = 200;
const spanId = z.string().min(1).max(200);

const fields = {
  span: z.tuple([spanId]),
  tab: z.tuple([z.enum(traceTabs)]),
  q: z.tuple([z.string().trim().max(maxTextLength)]),
  fold: z.array(spanId).max(foldedMax),
  part: z.tuple([z.coerce.number().int().min(1).max(1_000_000)]),
  list: listField,
};

/**
 * Reads the Trace page's query string.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseTraceParams(raw: RawSearchParams): {
  readonly query: TraceQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { read, dropped } = createFieldReader(raw, Object.keys(fields));
  const query: TraceQuery = {
    spanId: read("span", fields.span)?.[0] ?? defaultTraceQuery.spanId,
    tab: read("tab", fields.tab)?.[0] ?? defaultTraceQuery.tab,
    text: read("q", fields.q)?.[0] ?? defaultTraceQuery.text,
    folded: [...new Set(read("fold", fields.fold) ?? defaultTraceQuery.folded)],
    part: read("part", fields.part)?.[0] ?? defaultTraceQuery.part,
    list: read("list", fields.list)?.[0] ?? defaultTraceQuery.list,
  };
  return { query, dropped: dropped() };
}
