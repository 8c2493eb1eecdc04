import type { FacetName } from "@/lib/analytics/filter/cases-query";
import { MISSING } from "@/lib/analytics/facets/case-facets";
import { facetEntry } from "@/lib/analytics/facets/registry";
import type { Metric } from "@/lib/analytics/metrics/metric";
import { findMetric, metrics } from "@/lib/analytics/metrics/metrics";
import { facetValueWords } from "@/lib/analytics/words/facet-words";
import { filterClauses } from "@/lib/analytics/words/filter-sentence";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import { alertWindows } from "@/lib/domain/alerts/alert-window";
import { rawParams } from "@/lib/format/address/raw-params";
import { sentenceCase } from "@/lib/domain/sentence-case";
import { formatCount } from "@/lib/format/format";
import { draftOf, writtenAmount, type AmountUnit } from "./alert-draft";
import type { AlertsFacts } from "./alert-facts";
import { windowWords } from "./alert-sentences";
import type { AlertFormModel } from "./alerts-model";
import { alertCasesCodec, type AlertsQuery } from "./url";
import { watchedFindings, watchedFindingWords } from "./watched-findings";
import { hints } from "./words/page";

/** The facets of the form. */
const formFacets: readonly FacetName[] = ["channel", "first", "type", "team", "region", "release"];
/** Values of a facet in a menu. */
const optionsMax = 40;

/** The form of a rule; null where it is closed, or the rule is not the viewer's to change. */
export function prepareForm(query: AlertsQuery, facts: AlertsFacts): AlertFormModel | null {
  const { alerts, viewer } = facts;
  const known = alerts.find(({ rule }) => rule.id === query.rule)?.rule ?? null;
  const mayChange =
    known !== null && (known.owner === viewer.actor || (viewer.role === "admin" && !viewer.isDemo));
  const isNew = query.isNew || query.metric !== null || query.finding !== null;
  if (!mayChange && !isNew) return null;
  const rule: AlertRule = mayChange ? known : newRule(query, facts);
  const metric = rule.watch.kind === "metric" ? findMetric(rule.watch.metric) : null;
  const draft = draftOf(rule, metric === null ? "number" : unitOf(metric), formFacets);
  const others = alertCasesCodec.parse(rawParams(draft.others)).query;
  return {
    ...{ id: mayChange ? known.id : null, draft },
    metrics: metrics.map((each) => ({
      ...{ value: each.id, label: each.name, unit: unitOf(each) },
      side: each.direction === "higher-is-better" ? "below" : "above",
      effect: writtenAmount(usualEffects[unitOf(each)], unitOf(each)),
    })),
    findings: watchedFindings.some(({ value }) => value === draft.finding)
      ? watchedFindings
      : [...watchedFindings, { value: draft.finding, label: watchedFindingWords(draft.finding) }],
    windows: alertWindows.map((value) => ({ value, label: sentenceCase(windowWords(value)) })),
    facets: formFacets.map((name) => facetOf(name, draft.facets[name] ?? "", facts)),
    othersWords: filterClauses(others)
      .map(({ lead, words }) => `${lead} ${words}`)
      .join(", "),
    ...hintsOf(facts),
  };
}

function newRule(
  { metric: id, finding, cases, window }: AlertsQuery,
  facts: AlertsFacts,
): AlertRule {
  const metric = (id === null ? null : findMetric(id)) ?? findMetric(usualMetric);
  const { webhookHint, mailHint } = hintsOf(facts);
  const unit = metric === null ? "number" : unitOf(metric);
  return {
    name:
      finding === null ? (id === null ? "" : (metric?.name ?? "")) : watchedFindingWords(finding),
    watch:
      finding === null
        ? {
            ...{ kind: "metric", metric: metric?.id ?? usualMetric, bound: null },
            side: metric?.direction === "higher-is-better" ? "below" : "above",
          }
        : { kind: "finding", finding },
    search: alertCasesCodec.search(cases),
    ...{ window: window ?? "7d", least: 20, effect: finding === null ? usualEffects[unit] : 1 },
    ...{ durationHours: 24, coolDownHours: 24, isOn: true },
    ...{ isWebhookSent: webhookHint === null, isMailSent: mailHint === null },
  };
}

/** Five points, an hour, a tenth of a contact. */
const usualEffects: Readonly<Record<AmountUnit, number>> = {
  percent: 0.05,
  hours: 3_600_000_000,
  number: 0.1,
};

const usualMetric = "contact_false_containment_rate";

/** How a metric's amounts are typed. */
function unitOf({ unit }: Metric): AmountUnit {
  if (unit === "share" || unit === "ratio") return "percent";
  return unit === "microseconds" ? "hours" : "number";
}

function facetOf(name: FacetName, chosen: string, { counts }: AlertsFacts) {
  const frequent = counts[name]
    .filter(({ value }) => value !== MISSING)
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, optionsMax);
  const known = frequent.map(({ value, count }) => ({
    value,
    label: `${facetValueWords(name, value)} · ${formatCount(count)}`,
  }));
  const isMissing = chosen !== "" && !known.some(({ value }) => value === chosen);
  const missing = isMissing ? [{ value: chosen, label: facetValueWords(name, chosen) }] : [];
  return {
    ...{ value: name, label: facetEntry(name).title },
    options: [{ value: "", label: hints.any }, ...known, ...missing],
  };
}

function hintsOf({ viewer, webhook, hasMail }: AlertsFacts) {
  if (viewer.isDemo) return { webhookHint: hints.visitor, mailHint: hints.visitor };
  return {
    webhookHint: webhook === null ? hints.noWebhook : null,
    mailHint: hasMail ? null : hints.noMail,
  };
}
