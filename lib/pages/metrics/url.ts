import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { param, words } from "@/lib/format/address/field";

/** What a view of the Metrics page depends on. */
export const metricsCodec = createCodec({
  /** Words that a metric's name, question or id must have. */
  text: param("q", words, ""),
});

export type MetricsQuery = QueryOf<typeof metricsCodec>;

/** The address of a view of the Metrics page, with defaults left out. */
export function metricsHref(query: MetricsQuery): string {
  return metricsCodec.href("/metrics", query);
}
