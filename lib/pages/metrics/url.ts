import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { param, words } from "@/lib/format/address/field";

/** The query of the Metrics page. */
export const metricsCodec = createCodec({
  /** Search text for name, question or id. */
  text: param("q", words, ""),
});

export type MetricsQuery = QueryOf<typeof metricsCodec>;

/** The address of a view of the Metrics page, with defaults left out. */
export function metricsHref(query: MetricsQuery): string {
  return metricsCodec.href("/metrics", query);
}
