import type { AlertReading, MetricReading } from "@/lib/analytics/alerts/alert-reading";
import { entityOf } from "@/lib/analytics/facets/dimension-groups";
import { subsetWords, type Metric } from "@/lib/analytics/metrics/metric";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import { filterClauses } from "@/lib/analytics/words/filter-sentence";
import { metricHref } from "@/lib/analytics/words/metric-href";
import { countedNouns } from "@/lib/analytics/words/metric-words";
import type { AlertRule } from "@/lib/domain/alerts/alert-rule";
import { windowDays, type AlertWindow } from "@/lib/domain/alerts/alert-window";
import { formatCounted, formatDuration } from "@/lib/format/format";
import { formatDollars, formatMoney } from "@/lib/format/amounts/money";
import { percent, percentRange } from "@/lib/format/share-words";
import { alertQuery } from "./alert-query";
import { watchedFindingWords } from "./watched-findings";
import * as words from "./words/rules";

/** What a rule says, without its schedule. */
export type WordedRule = Pick<AlertRule, "watch" | "search" | "window" | "effect">;

/** "today and yesterday", "the last 7 days". */
export function windowWords(window: AlertWindow): string {
  return window === "2d" ? words.windowOfTwoDays : words.lastDays(windowDays[window]);
}

/** What a rule watches: "“Contained, then back” (on Chat)"; of findings: "“Any finding about SLA clocks”". */
export function watchWords(rule: WordedRule): string {
  const { watch } = rule;
  const name =
    watch.kind === "finding"
      ? watchedFindingWords(watch.finding)
      : (findMetric(watch.metric)?.name ?? watch.metric);
  return words.watched(name, filtersOf(rule).join(", "));
}

/** The filters in words: "on Chat", "about refund". */
function filtersOf(rule: WordedRule): readonly string[] {
  const query = alertQuery(rule, { from: "1970-01-01", to: "1970-01-01" });
  return filterClauses(query).map((clause) => `${clause.lead} ${clause.words}`);
}

/** When it holds: "above 30% by at least 5 points", "higher than in the 7 days before by at least 1 h", "certain". */
export function boundWords(rule: WordedRule): string {
  const { watch, effect } = rule;
  if (watch.kind === "finding") return words.certain;
  const limit = limitWords(rule);
  return effect === 0 ? limit : words.byAtLeast(limit, effectWords(watch.metric, effect));
}

/** The same without the least difference: "above 30%". */
export function limitWords({ watch, window }: WordedRule): string {
  if (watch.kind === "finding") return words.certain;
  const metric = findMetric(watch.metric);
  if (watch.bound !== null && metric !== null) {
    return words.pastBound(watch.side, amountOf(metric, watch.bound, manyOf, null));
  }
  return words.pastBefore(watch.side, windowDays[window]);
}

/** A difference in a metric's unit: "5 points", "1 h". */
function effectWords(id: string, effect: number): string {
  const unit = findMetric(id)?.unit;
  if (unit !== "share" && unit !== "ratio") {
    return unit === "microseconds" ? formatDuration(effect) : String(Number(effect.toFixed(2)));
  }
  return words.points(Number((100 * effect).toFixed(2)));
}

/** A bound is a round number: it is written with the decimals that it has. */
const manyOf = Infinity;

/** A metric's amount in words: "41%", "2.4", "1 d 4 h". @param of the count that it is of; Infinity: as it is */
function amountOf(metric: Metric, value: number, of: number, currency: string | null): string {
  if (metric.unit === "share" || metric.unit === "ratio") {
    return of === manyOf ? `${String(Number((100 * value).toFixed(2)))}%` : percent(value, of);
  }
  if (metric.unit === "microseconds") return formatDuration(value);
  if (metric.unit === "dollars") return formatDollars(value);
  if (metric.unit === "money" && currency !== null) return formatMoney(value, currency);
  return String(Number(value.toFixed(2)));
}

/** A reading in words: "41% of 88 contacts, 31–51%"; "" where it says nothing. */
export function readingWords({ watch }: WordedRule, reading: AlertReading): string {
  if (reading.kind === "finding") {
    return reading.found?.words ?? "";
  }
  const metric = watch.kind === "metric" ? findMetric(watch.metric) : null;
  if (metric === null) return "";
  const { value, interval, of, currency, before } = reading;
  const counted = formatCounted(of, countedNouns[entityOf[metric.counts]]);
  if (value === null || interval === null) return counted;
  const amount = (each: number) => amountOf(metric, each, of, currency);
  const isShare = metric.unit === "share" || metric.unit === "ratio";
  const range = isShare ? percentRange(interval, of) : interval.map(amount).join(" – ");
  const past =
    before === null ? "" : words.valueBefore(amountOf(metric, before.value, before.of, currency));
  const sentence = metric.unit === "share" ? words.shareOf : words.averageOver;
  return `${sentence(amount(value), counted, range)}${past}`;
}

/** How many are missing until something can be said: "12 of at least 20 contacts, 30 more too early to count". */
export function fewWords(
  rule: Pick<AlertRule, "watch" | "least">,
  reading: AlertReading | null,
): string {
  const { watch, least } = rule;
  const metric = watch.kind === "metric" ? findMetric(watch.metric) : null;
  const noun = metric === null ? "case" : countedNouns[entityOf[metric.counts]];
  const of = reading?.of ?? 0;
  if (of >= least) return words.nothingBefore;
  const few = words.fewOf(of, formatCounted(least, noun));
  const waiting = reading?.kind === "metric" ? reading.waiting : 0;
  return waiting === 0 ? few : words.fewAndWaiting(few, waiting);
}

/**
 * A firing alert in a sentence without its full stop: "“Contained, then back” (on Chat) has been above 30% by at least 5
 * points for 2 d: 41% of 88 contacts, 31–51%".
 * @param forUs for how long it holds, microseconds
 */
export function firingSentence(rule: WordedRule, reading: AlertReading, forUs: number): string {
  const found = readingWords(rule, reading);
  if (rule.watch.kind === "finding") return found;
  const [name, bound] = [watchWords(rule), boundWords(rule)];
  return forUs < minuteUs
    ? words.isPast(name, bound, found)
    : words.hasBeenPast(name, { bound, duration: formatDuration(forUs) }, found);
}

const minuteUs = 60_000_000;

/** A link to what a reading counts. */
export type ReadingLink = { readonly words: string; readonly href: string };

/** The lists that a reading counts: what counts, and what it is out of. */
export function readingLinks(rule: WordedRule, reading: AlertReading): readonly ReadingLink[] {
  if (reading.kind === "finding") {
    return reading.found === null ? [] : [{ words: words.showFinding, href: reading.found.href }];
  }
  const metric = rule.watch.kind === "metric" ? findMetric(rule.watch.metric) : null;
  if (metric === null || reading.of === 0) return [];
  const query = alertQuery(rule, reading.days);
  const noun = countedNouns[entityOf[metric.counts]];
  const all = {
    words: words.allCounted(formatCounted(reading.of, noun)),
    href: metricHref(metric, "denominator", query),
  };
  const hits = hitsOf(metric, reading);
  if (hits === null) return [all];
  const counting = words.thatCount(formatCounted(hits, noun), hits);
  return [{ words: counting, href: metricHref(metric, "numerator", query) }, all];
}

/** How many count; null where none of them is listed. */
function hitsOf(metric: Metric, { value, of }: MetricReading): number | null {
  if (metric.unit !== "share" || value === null || subsetWords(metric, "numerator") === null) {
    return null;
  }
  const hits = Math.round(value * of);
  return hits === 0 ? null : hits;
}
