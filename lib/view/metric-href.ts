import { listedAs } from "@/lib/rollup/case-table/aspects";
import type { Metric, MetricPart } from "@/lib/rollup/metrics/metric";
import { casesHref, type CasesQuery } from "./cases-query";
import { partListHref } from "./part-list-query";

/** The address of the list of what a part of a metric counts, among the cases that a query leaves. */
export function metricHref(metric: Metric, part: MetricPart, query: CasesQuery): string {
  const choice = { id: metric.id, part };
  const thing = listedAs[metric.counts];
  if (thing === "cases") return casesHref({ ...query, metric: choice });
  return partListHref({
    thing,
    cases: query,
    metric: choice,
    on: null,
    to: null,
    page: 1,
  });
}
