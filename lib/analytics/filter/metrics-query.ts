import { overviewFields } from "./overview-query";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { param, words } from "@/lib/format/address/field";

/** The query of the Metrics page. */
export const metricsCodec = createCodec({
  /** The cases that the figures are of. */
  cases: overviewFields.cases,
  /** Search text for name, question or id. */
  text: param("q", words, ""),
});

export type MetricsQuery = QueryOf<typeof metricsCodec>;

/** The address of the Metrics page with words and of some cases, with defaults left out. */
export function metricsHref({ text, cases }: MetricsQuery): string {
  return metricsCodec.href("/metrics", { text, cases });
}
