/** What a view of the Metrics page depends on. */
export type MetricsQuery = {
  /** Words that a metric's name, question or id must have. */
  readonly text: string;
};

export const defaultMetricsQuery: MetricsQuery = { text: "" };

/** The address of a view of the Metrics page. */
export function metricsHref({ text }: MetricsQuery): string {
  return text === "" ? "/metrics" : `/metrics?${new URLSearchParams({ q: text }).toString()}`;
}
