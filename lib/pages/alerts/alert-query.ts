import { alertDays } from "@/lib/analytics/alerts/alert-days";
import type { AlertDays } from "@/lib/analytics/alerts/alert-reading";
import { everyCase, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { overviewFields } from "@/lib/analytics/filter/overview-query";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import { rawParams } from "@/lib/format/address/raw-params";
import { alertCasesCodec } from "./url";
import { isWatchedFinding } from "./watched-findings";
import { ruleProblems } from "./words/rules";

/** The cases that a rule looks at on some days. */
export function alertQuery({ search }: Pick<AlertRule, "search">, days: AlertDays): CasesQuery {
  const { facets } = alertCasesCodec.parse(rawParams(search)).query;
  return { ...everyCase, facets, period: days };
}

/** The same up to the day of an instant. @param atUs microseconds since 1970 */
export function alertQueryAt(
  rule: Pick<AlertRule, "search" | "window">,
  atUs: number,
  timeZone: string,
): { readonly query: CasesQuery; readonly days: AlertDays } {
  const days = alertDays(rule.window, atUs, timeZone);
  return { days, query: alertQuery(rule, days) };
}

/** Findings are narrowed down as their pages are. */
const findingCases = overviewFields.cases;

/** A rule's filters in canonical form, without those that what it watches cannot have. */
export function canonicalSearch({ watch, search }: Pick<AlertRule, "watch" | "search">): string {
  const { parse } = watch.kind === "finding" ? findingCases : alertCasesCodec;
  const { facets } = parse(rawParams(search)).query;
  return alertCasesCodec.search({ ...everyCase, facets });
}

/** Why a rule cannot be, a sentence; null: it can. */
export function alertRuleProblem({ watch, effect }: AlertRule): string | null {
  if (watch.kind === "finding") {
    return isWatchedFinding(watch.finding) ? null : ruleProblems.finding;
  }
  const metric = findMetric(watch.metric);
  if (metric === null) return ruleProblems.metric;
  const isShare = metric.unit === "share" || metric.unit === "ratio";
  if (!isShare) {
    const isAdjusted = metric.expected !== null && watch.bound === null;
    return isAdjusted ? ruleProblems.adjusted : null;
  }
  const isOutside = watch.bound !== null && (watch.bound < 0 || watch.bound > 1);
  return isOutside || effect > 1 ? ruleProblems.share : null;
}
