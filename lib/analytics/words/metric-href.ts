import { entityOf } from "../facets/dimension-groups";
import type { Metric, MetricSubset } from "../metrics/metric";
import { casesHref, type CasesQuery } from "../filter/cases-query";
import { childListHref } from "../filter/child-list-query";

/** The address of the list of a metric's subset, among the cases that a query leaves. */
export function metricHref(metric: Metric, subset: MetricSubset, query: CasesQuery): string {
  const choice = { id: metric.id, subset };
  const thing = entityOf[metric.counts];
  if (thing === "cases") return casesHref({ ...query, metric: choice });
  return childListHref({ thing, cases: query, metric: choice });
}
