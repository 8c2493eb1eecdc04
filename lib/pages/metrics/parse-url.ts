import { z } from "zod";
import { defaultMetricsQuery, type MetricsQuery } from "./url";
import {
  createFieldReader,
  type DroppedParam,
  type RawSearchParams,
} from "@/lib/format/address/field-reader";

const text = z.tuple([z.string().trim().max(200)]);

/**
 * Reads the Metrics page's query string.
 * @returns the query, and the parameters that were unknown or unreadable and left out
 */
export function parseMetricsParams(raw: RawSearchParams): {
  readonly query: MetricsQuery;
  readonly dropped: readonly DroppedParam[];
} {
  const { read, dropped } = createFieldReader(raw, ["q"]);
  const query = { text: read("q", text)?.[0] ?? defaultMetricsQuery.text };
  return { query, dropped: dropped() };
}
