import "server-only";
import { allFigures } from "@/lib/analytics/ask/all-figures";
import { exportMetric } from "@/lib/analytics/exports/export-metric";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { areEndsKnown, readEndKnown } from "@/lib/analytics/outcomes/end-known";
import type { MetricsAnswer } from "./answer-schema";
import { daysOf } from "@/lib/analytics/exports/cases-cursor";
import { filterFacts } from "./filter-facts";
import type { NamedWorkspace } from "./load-cases";

/**
 * Every metric over the cases that a query leaves.
 * @param nowUs microseconds since 1970
 */
export async function loadApiMetrics(
  seen: NamedWorkspace,
  query: CasesQuery,
  nowUs: number,
): Promise<MetricsAnswer> {
  const { figures, isEndKnown, about } = await readSnapshot(seen, query, nowUs, (cases) => ({
    figures: allFigures(cases),
    isEndKnown: areEndsKnown(readEndKnown(cases)),
    about: cases.about,
  }));
  return {
    ...filterFacts(seen.name, about, daysOf(query, about.period)),
    metrics: metrics.flatMap((metric) => {
      const figure = figures.get(metric.id);
      return figure === undefined ? [] : [exportMetric(metric, figure, isEndKnown)];
    }),
  };
}
