import { entityOf } from "../facets/dimension-groups";
import type { Metric, MetricPart } from "../metrics/metric";
import { casesHref, type CasesQuery } from "../filter/cases-query";
import { partListHref } from "../filter/part-list-query";

/** The address of the list of what a part of a metric counts, among the cases that a query leaves. */
export function metricHref(metric: Metric, part: MetricPart, query: CasesQuery): string {
  const choice = { id: metric.id, part };
  const thing = entityOf[metric.counts];
  if (thing === "cases") return casesHref({ ...query, metric: choice });
  return partListHref({ thing, cases: query, metric: choice });
}
