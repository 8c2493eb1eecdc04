import type { ArmEstimate, ComparedStratum } from "@/lib/analytics/compare/compare-arms";
import type { ComparedMetric } from "@/lib/analytics/compare/compare-pair";
import { firstFacet } from "@/lib/analytics/compare/arm-options";
import type { Tally } from "@/lib/analytics/compare/strata-of";
import type { ArmPair } from "@/lib/analytics/compare/usual-pair";
import type { ValueMetric } from "@/lib/analytics/compare/compared-metrics";
import { meanOf } from "@/lib/stats/sums";
import { casesHref } from "@/lib/analytics/filter/cases-query";
import type { ChartCell, ChartLink, ChartTable, DotRow } from "@/lib/analytics/charts/chart-model";
import { scaleOf } from "@/lib/analytics/charts/scale";
import type { CompareQuery } from "./url";
import { formatCount } from "@/lib/format/format";
import { percent, rateWords } from "@/lib/format/share-words";
import type { ComparedModel } from "./compare-model";
import {
  listedWords,
  shortName,
  stratumFacets,
  stratumRowsMax,
  stratumWords,
} from "@/lib/analytics/compare/stratum-words";
import { comparedTitle, differenceWords } from "@/lib/analytics/compare/describe-comparison";
import * as said from "./words";

/** Prepares one metric of two versions: crude and adjusted difference. */
export function prepareCompared(
  query: CompareQuery,
  compared: ComparedMetric,
  pair: ArmPair,
): ComparedModel {
  const { metric, comparison } = compared;
  const [a, b] = shortNames(pair);
  const title = comparedTitle(compared, a, b);
  const rows = [
    comparedRow(
      metric,
      "adjusted",
      said.compared.adjusted,
      comparison.adjusted?.difference ?? null,
    ),
    comparedRow(metric, "crude", said.compared.crude, comparison.crude),
  ];
  return {
    ...{ id: metric.id, rows },
    scale: scaleOf(rows, {
      ...{ least: -1000, most: 1000, reference: { at: 0, words: said.compared.noDifference } },
      wordsOf: (value) => differenceWords(metric, value).replace(/ points?$/u, ""),
    }),
    frame: {
      title,
      subtitle: said.comparedSubtitle(
        metric.unit === "share" ? said.compared.points : said.compared.contacts,
        { name: a, level: levelWords(metric, comparison.a) },
        { name: b, level: levelWords(metric, comparison.b) },
      ),
      label: `${title}. ${rows.map(({ subject, shown, basis }) => `${subject.words}: ${shown}, ${basis}`).join(". ")}.`,
      table: tableOf(query, compared, pair),
      links: armLinks(query, compared, pair),
      note: noteOf(compared, pair),
    },
  };
}

/** The cases of either version: "a-3: 55 cases". */
function armLinks(
  query: CompareQuery,
  { metric, comparison }: ComparedMetric,
  [a, b]: ArmPair,
): readonly ChartLink[] {
  const arms = [
    { name: a, words: shortName(a, b), cases: comparison.a.count },
    { name: b, words: shortName(b, a), cases: comparison.b.count },
  ];
  return arms.flatMap(({ name, words, cases }) =>
    cases === 0
      ? []
      : [
          {
            words: said.casesOf(words, cases),
            href: listHref(query, metric, null, name),
          },
        ],
  );
}

function shortNames([a, b]: ArmPair): ArmPair {
  return [shortName(a, b), shortName(b, a)];
}

function comparedRow(
  metric: ValueMetric,
  key: string,
  words: string,
  estimate: ArmEstimate | null,
): DotRow {
  const { value = null, interval = null } = estimate ?? {};
  return {
    ...{ key, subject: { channels: [], words }, href: null, hollow: null, value, interval },
    shown: value === null ? "–" : differenceWords(metric, value),
    basis:
      interval === null
        ? said.compared.few
        : said.range(differenceWords(metric, interval[0]), differenceWords(metric, interval[1])),
  };
}

function noteOf({ metric, comparison }: ComparedMetric, pair: ArmPair): string {
  const { adjusted, strata, least } = comparison;
  const [a, b] = shortNames(pair);
  const mean = (arm: "a" | "b") => {
    const value = adjusted?.[arm].value ?? NaN;
    return metric.unit === "share" ? percent(value, comparison[arm].count) : value.toFixed(2);
  };
  const left = strata.filter(({ isCompared }) => !isCompared);
  const leftCases = left.reduce((sum, each) => sum + each.a.count + each.b.count, 0);
  return [
    ...(adjusted === null
      ? []
      : [said.onSameKinds({ name: a, mean: mean("a") }, { name: b, mean: mean("b") })]),
    ...(left.length === 0 ? [] : [said.kindsLeftOut(left.length, least, leftCases)]),
    ...listedWords(strata.length),
  ].join(" ");
}

/** "1.76 (72 cases)", "3 of 7 cases". */
function levelWords(metric: ValueMetric, tally: Tally): string {
  if (tally.count === 0) return said.compared.noCases;
  const level = levelOf(metric, tally);
  return level.includes(" of ") ? said.ofCases(level) : said.overCases(level, tally.count);
}

function levelOf({ unit }: ValueMetric, tally: Tally): string {
  if (tally.count === 0) return "–";
  return unit === "share"
    ? rateWords({ hits: tally.sum, of: tally.count })
    : meanOf(tally).toFixed(2);
}

function tableOf(
  query: CompareQuery,
  { metric, comparison }: ComparedMetric,
  pair: ArmPair,
): ChartTable {
  const [a, b] = shortNames(pair);
  const { kind, cases, difference } = said.compared.columns;
  // Columns are told apart by their words.
  const columns = [kind, a, cases, b, `${cases} `, difference];
  return {
    columns: columns.map((words, at) => ({ words, isNumber: at > 0 })),
    rows: comparison.strata
      .slice(0, stratumRowsMax)
      .map((stratum) => stratumRow(query, metric, stratum, pair)),
  };
}

function stratumRow(
  query: CompareQuery,
  metric: ValueMetric,
  stratum: ComparedStratum,
  [a, b]: ArmPair,
): readonly ChartCell[] {
  const words = stratumWords(stratum);
  const countCell = ({ count }: Tally, name: string): ChartCell => ({
    words: formatCount(count),
    ...(count === 0 ? {} : { href: listHref(query, metric, stratum, name) }),
  });
  const isBoth = stratum.a.count > 0 && stratum.b.count > 0;
  return [
    { words: stratum.isCompared ? words : said.kindLeftOut(words) },
    { words: levelOf(metric, stratum.a) },
    countCell(stratum.a, a),
    { words: levelOf(metric, stratum.b) },
    countCell(stratum.b, b),
    { words: isBoth ? differenceWords(metric, meanOf(stratum.b) - meanOf(stratum.a)) : "–" },
  ];
}

/** @param stratum null: every kind of case */
function listHref(
  { cases, by }: CompareQuery,
  { id }: ValueMetric,
  stratum: ComparedStratum | null,
  name: string,
): string {
  return casesHref({
    ...cases,
    facets: {
      ...cases.facets,
      ...(stratum === null ? {} : stratumFacets(stratum)),
      [firstFacet[by]]: [name],
    },
    metric: { id, subset: "denominator" },
  });
}
