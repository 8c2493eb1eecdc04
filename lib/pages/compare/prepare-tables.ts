import type { ArmEstimate } from "@/lib/analytics/compare/compare-arms";
import type { ComparedMetric } from "@/lib/analytics/compare/compare-pair";
import {
  scoreMetrics,
  usageMetrics,
  type ValueMetric,
} from "@/lib/analytics/compare/compared-metrics";
import { differenceWords, doubtOf, wayOf } from "@/lib/analytics/compare/describe-comparison";
import { firstFacet } from "@/lib/analytics/compare/arm-options";
import type { Comparison } from "@/lib/analytics/compare/read-comparison";
import { shortName } from "@/lib/analytics/compare/stratum-words";
import type { ArmPair } from "@/lib/analytics/compare/usual-pair";
import { textTable } from "@/lib/analytics/charts/text-table";
import type { Figure } from "@/lib/analytics/metrics/figure";
import { metricHref } from "@/lib/analytics/words/metric-href";
import { figureWords } from "@/lib/analytics/words/metric-words";
import { signedRange } from "@/lib/format/share-words";
import type { Interval } from "@/lib/stats/interval";
import { joinedByAnd } from "@/lib/format/join-words";
import type { ComparedCell, ComparedRow, ComparedTable, DifferenceCell } from "./compare-model";
import type { CompareQuery } from "./url";
import * as said from "./words";

type Words = (typeof said.tables)["scores" | "usage"];

type Compared = Pick<Comparison, "compared" | "figures"> & { readonly pair: ArmPair };

/** Prepares the tables of both versions' scores, and of their times, tokens and cost. */
export function prepareTables(query: CompareQuery, compared: Compared): readonly ComparedTable[] {
  return [
    tableOf(query, compared, scoreMetrics, said.tables.scores),
    tableOf(query, compared, usageMetrics, said.tables.usage),
  ];
}

function tableOf(
  query: CompareQuery,
  { compared, figures, pair }: Compared,
  metrics: readonly ValueMetric[],
  words: Words,
): ComparedTable {
  const [a, b] = [shortName(pair[0], pair[1]), shortName(pair[1], pair[0])];
  const all = compared.flatMap((each) => {
    const { id } = each.metric;
    const own = [figures?.[0].get(id), figures?.[1].get(id)] as const;
    const isAsked = metrics.some((metric) => metric.id === id);
    return isAsked ? [{ each, own, isCounted: own.some((figure) => (figure?.of ?? 0) > 0) }] : [];
  });
  const counted = all.filter(({ isCounted }) => isCounted);
  const missing = all.filter(({ isCounted }) => !isCounted).map(({ each }) => each.metric.name);
  const rows = counted.map(({ each, own }) => rowOf(query, each, own, pair));
  const columns = [said.tables.figure, a, b, said.tables.crude, said.tables.same];
  const isTimed = counted.some(({ each }) => each.metric.unit === "microseconds");
  return {
    ...{ columns, rows },
    title: rows.length === 0 ? words.none(a, b) : titleOf(words.lead, counted),
    note:
      rows.length === 0
        ? ""
        : [
            ...(isTimed ? [said.tables.typical] : []),
            ...(missing.length === 0 ? [] : [words.missing(joinedByAnd(missing))]),
          ].join(" "),
    table: textTable(columns, rows.map(fileRow)),
  };
}

function differenceOf({ comparison }: ComparedMetric): ArmEstimate | null {
  return comparison.adjusted?.difference ?? null;
}

function titleOf(lead: string, counted: readonly { readonly each: ComparedMetric }[]): string {
  const adjusted = counted.filter(({ each }) => each.comparison.adjusted !== null);
  if (adjusted.length === 0) return said.tableOfFew(lead);
  const clear = adjusted.filter(({ each }) => wayOf(differenceOf(each)) !== "none");
  const doubts = clear.map(({ each }) => doubtOf(differenceOf(each)));
  const doubt = doubts.includes("") ? "" : (doubts[0] ?? "");
  return said.tableTitle(lead, { clear: clear.length, of: adjusted.length, doubt });
}

function rowOf(
  query: CompareQuery,
  compared: ComparedMetric,
  [ofA, ofB]: readonly [Figure | undefined, Figure | undefined],
  pair: ArmPair,
): ComparedRow {
  const { metric, comparison } = compared;
  const difference = differenceOf(compared);
  const way = wayOf(difference);
  const cell = (figure: Figure | undefined, name: string) => cellOf(query, metric, figure, name);
  const adjusted = differenceCell(metric, difference, said.tables.few);
  const clear =
    way === "none"
      ? said.tables.unclear
      : said.clearly(way, shortName(pair[1], pair[0]), doubtOf(difference));
  return {
    ...{ id: metric.id, name: metric.name, isClear: way !== "none" },
    ...{ a: cell(ofA, pair[0]), b: cell(ofB, pair[1]) },
    crude: differenceCell(metric, comparison.crude, ""),
    adjusted:
      difference?.interval == null
        ? adjusted
        : { ...adjusted, detail: `${adjusted.detail}, ${clear}` },
  };
}

function cellOf(
  { cases, by }: CompareQuery,
  metric: ValueMetric,
  figure: Figure | undefined,
  name: string,
): ComparedCell {
  if (figure === undefined || figure.of === 0) {
    return { value: said.tables.nothing, detail: said.tables.noneCounted, href: null };
  }
  const { value, interval, basis } = figureWords(metric, figure);
  const own = { ...cases, facets: { ...cases.facets, [firstFacet[by]]: [name] } };
  return {
    value,
    detail: [...(interval === "" ? [] : [interval]), basis].join(", "),
    href: metricHref(metric, "denominator", own),
  };
}

/** @param why there is none, where there is none */
function differenceCell(
  metric: ValueMetric,
  estimate: ArmEstimate | null,
  why: string,
): DifferenceCell {
  if (estimate === null) return { value: said.tables.nothing, detail: why };
  const { value, interval } = estimate;
  return {
    value: differenceWords(metric, value),
    detail: interval === null ? said.tables.noInterval : rangeWords(metric, interval),
  };
}

/** "−13 to +3" points, "−400 ms to +1.2 s". */
function rangeWords(metric: ValueMetric, [low, high]: Interval): string {
  return metric.unit === "share"
    ? signedRange([100 * low, 100 * high], 0)
    : said.range(differenceWords(metric, low), differenceWords(metric, high));
}

function fileRow({ name, a, b, crude, adjusted }: ComparedRow): readonly string[] {
  const cell = ({ value, detail }: DifferenceCell) =>
    detail === "" ? value : `${value} (${detail})`;
  return [name, cell(a), cell(b), cell(crude), cell(adjusted)];
}
