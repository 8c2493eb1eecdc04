import "server-only";
import type { AlertObservation } from "@/lib/analytics/alerts/alert-observation";
import type { AlertDays } from "@/lib/analytics/alerts/alert-reading";
import { observeFinding, type FindingShown } from "@/lib/analytics/alerts/observe-finding";
import { observeMetric } from "@/lib/analytics/alerts/observe-metric";
import { figuresOf } from "@/lib/analytics/ask/count";
import type { FilteredCases } from "@/lib/analytics/ask/filtered-cases";
import type { OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { previousPeriod, previousWords } from "@/lib/analytics/filter/previous-period";
import { readAsOf } from "@/lib/analytics/load/as-of";
import { readDisplayZone } from "@/lib/analytics/load/display-zone";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import type { Figure } from "@/lib/analytics/metrics/figure";
import type { Metric } from "@/lib/analytics/metrics/metric";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import type { AlertRule, MetricWatch } from "@/lib/domain/alerts/alert-rule";
import { findingWords, sizeWords } from "@/lib/pages/findings/words/finding";
import { findingHref } from "@/lib/pages/findings/href";
import { findingsOf, loadFindingTerms } from "@/lib/pages/findings/load";
import { alertQueryAt } from "./alert-query";

/** What a rule needs to be looked at. */
export type ObservedRule = Pick<AlertRule, "watch" | "search" | "window" | "least" | "effect">;

/**
 * Looks at the data by a rule.
 * @param seen whose cases
 * @param atUs the last instant of its window, microseconds since 1970; outcomes are as of it or of the end of the data
 * @returns null where there is no such metric any more
 */
export async function loadObservation(
  seen: SeenWorkspace,
  rule: ObservedRule,
  atUs: number,
): Promise<AlertObservation | null> {
  const reader = await readerOrEmpty(seen.path);
  const { query, days } = alertQueryAt(rule, atUs, await readDisplayZone(reader));
  const asOfUs = await readAsOf(reader, atUs);
  const { watch } = rule;
  if (watch.kind === "finding") {
    const terms = await loadFindingTerms(reader);
    const overview: OverviewQuery = { cases: query, compare: "previous" };
    return readSnapshot(seen, query, asOfUs, (cases) => {
      const before = previousPeriod(query.period, cases.about.period);
      const shown = shownIn(overview, before === null ? "" : previousWords(before));
      return observeFinding(watch.finding, rule, findingsOf(cases, overview, terms), days, shown);
    });
  }
  const metric = findMetric(watch.metric);
  if (metric === null) return null;
  return readSnapshot(seen, query, asOfUs, (cases) => {
    const before = previousPeriod(query.period, cases.about.period);
    const past = before === null ? null : cases.over(before);
    return observeCases({ watch, rule, metric }, days, cases, past);
  });
}

type WatchedMetric = {
  readonly watch: MetricWatch;
  readonly rule: Pick<AlertRule, "least" | "effect">;
  readonly metric: Metric;
};

/** The same of cases that are selected already. @param before the same span before */
function observeCases(
  { watch, rule, metric }: WatchedMetric,
  days: AlertDays,
  cases: FilteredCases,
  before: FilteredCases | null,
): AlertObservation {
  const past = watch.bound === null && before !== null ? figureIn(before, metric) : null;
  return observeMetric(watch, rule, { metric, days, own: figureIn(cases, metric), before: past });
}

function figureIn({ once, cases }: FilteredCases, metric: Metric): Figure {
  return once(`alert ${metric.id}`, () => {
    const figure = figuresOf(cases(), [metric]).get(metric.id);
    if (figure === undefined) throw new Error(`${metric.id} has no figure.`);
    return figure;
  });
}

function shownIn(query: OverviewQuery, beforeWords: string): FindingShown {
  return (finding) => ({
    words: `${findingWords(finding, beforeWords)}, ${sizeWords(finding)}`,
    href: findingHref(finding, query),
  });
}
