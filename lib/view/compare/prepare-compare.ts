import { channels } from "@/lib/domain/channel";
import type { ArmKind, ArmOption } from "@/lib/rollup/compare/arm-cases";
import type { ComparedStratum } from "@/lib/rollup/compare/compare-arms";
import { leastCases } from "@/lib/rollup/compare/compare-arms";
import type { FacetCounts } from "@/lib/rollup/case-table/count-facets";
import type { Metric } from "@/lib/rollup/metrics/metric";
import { meanOf, type Sums } from "@/lib/stats/sums";
import type { ShownPeriod } from "../cases-page-model";
import { casesHref } from "../cases-query";
import type { ChartCell, DotRow } from "../charts/chart-model";
import { scaleOf } from "../charts/scale";
import { compareHref, type CompareQuery } from "../compare-query";
import { formatCount, formatCounted } from "../format";
import type { FilterChoice } from "../finding-model";
import { prepareFilters } from "../overview/prepare-filters";
import { rateWords } from "../share-words";
import { channelWords } from "../wording";
import type { ComparedMetric, CompareModel } from "./compare-model";
import { comparedTitle, differenceWords, tellCompareLede, type Compared } from "./tell-compare";

/** What was read of the cases. */
export type CompareFacts = {
  readonly asOfUs: number;
  readonly period: ShownPeriod | null;
  readonly newestUs: number | null;
  readonly counts: FacetCounts;
  readonly evaluators: readonly string[];
  readonly options: readonly ArmOption[];
  /** What is compared; null where there are not two. */
  readonly pair: readonly [a: string, b: string] | null;
  readonly metBoth: number;
  readonly compared: readonly Compared[];
  readonly isWorkspaceEmpty: boolean;
};

const optionsMax = 20;
const kindWords: Readonly<Record<ArmKind, string>> = { prompt: "prompts", release: "releases" };

/** Lays the Compare page out. */
export function prepareCompare(query: CompareQuery, facts: CompareFacts): CompareModel {
  const { asOfUs, period, newestUs, counts, evaluators, pair, compared } = facts;
  const hrefOf = (shared: Pick<CompareQuery, "cases" | "compare">) =>
    compareHref({ ...query, ...shared });
  const [a, b] = pair ?? ["", ""];
  return {
    ...{ query, asOfUs, period, newestUs, evaluators, isWorkspaceEmpty: facts.isWorkspaceEmpty },
    filters: [
      ...armChoices(query, facts),
      ...prepareFilters(query, counts, period, hrefOf).filter(
        ({ name }) => name !== "Compare with",
      ),
    ],
    lede:
      pair === null
        ? {
            lead: `There are no two ${kindWords[query.by]} to compare.`,
            rest: "Exporters send prompts as gen_ai.prompt.name and version, releases as service.version.",
          }
        : tellCompareLede(compared, shortName(a, b), shortName(b, a)),
    metrics: pair === null ? [] : compared.map((each) => metricOf(query, each, [a, b])),
    cautions: pair === null ? [] : cautionsOf(facts),
  };
}

/** Versions of one template go by their version alone. */
function shortName(name: string, other: string): string {
  const at = name.lastIndexOf("@");
  return at > 0 && other.startsWith(name.slice(0, at + 1)) ? name.slice(at + 1) : name;
}

function armChoices(query: CompareQuery, { options, pair }: CompareFacts): readonly FilterChoice[] {
  const shown = options.slice(0, optionsMax);
  const arm = (name: "a" | "b", chosen: string, lead: string): FilterChoice => ({
    ...{ lead, name: name === "a" ? "First" : "Second", shown: chosen },
    options: shown.map((each) => ({
      words: `${each.name} · ${formatCount(each.cases)}`,
      href: compareHref({
        ...query,
        a: pair?.[0] ?? null,
        b: pair?.[1] ?? null,
        [name]: each.name,
      }),
      isChosen: each.name === chosen,
    })),
  });
  const kind: FilterChoice = {
    ...{ lead: "Compare", name: "What", shown: kindWords[query.by] },
    options: (["prompt", "release"] as const).map((by) => ({
      words: kindWords[by],
      href: compareHref({ ...query, by, a: null, b: null }),
      isChosen: by === query.by,
    })),
  };
  return pair === null ? [kind] : [kind, arm("a", pair[0], ""), arm("b", pair[1], "with")];
}

function cautionsOf({ compared, metBoth }: CompareFacts): readonly string[] {
  const isFew = compared.some(
    ({ comparison }) => comparison.adjusted !== null && comparison.least < leastCases,
  );
  return [
    "Observational: traffic differs between the two, and only case type and first channel are held equal.",
    ...(isFew
      ? [
          `Few cases: no kind of case has ${String(leastCases)} matured cases of both, so kinds with fewer are compared too.`,
        ]
      : []),
    ...(metBoth === 0
      ? []
      : [`${formatCounted(metBoth, "case")} met both, and count where they met first.`]),
  ];
}

function metricOf(
  query: CompareQuery,
  compared: Compared,
  [a, b]: readonly [string, string],
): ComparedMetric {
  const { metric, comparison } = compared;
  const [nameA, nameB] = [shortName(a, b), shortName(b, a)];
  const title = comparedTitle(compared, nameA, nameB);
  const row = (key: string, words: string, difference: typeof comparison.crude): DotRow => ({
    ...{ key, subject: { channels: [], words }, href: null, hollow: null },
    value: difference?.value ?? null,
    interval: difference?.interval ?? null,
    shown: difference === null ? "–" : differenceWords(metric, difference.value),
    basis:
      difference?.interval === null || difference === null
        ? "too few"
        : `${differenceWords(metric, difference.interval[0])} to ${differenceWords(metric, difference.interval[1])}`,
  });
  const rows = [
    row("adjusted", "Same kinds of case", comparison.adjusted),
    row("crude", "At first sight", comparison.crude),
  ];
  const left = comparison.strata.filter(({ isCompared }) => !isCompared);
  const leftCases = left.reduce((sum, each) => sum + each.a.count + each.b.count, 0);
  return {
    ...{ id: metric.id, rows },
    scale: scaleOf(rows, {
      ...{ least: -1000, most: 1000, reference: { at: 0, words: "no difference" } },
      wordsOf: (value) => differenceWords(metric, value).replace(/ points?$/u, ""),
    }),
    frame: {
      title,
      subtitle: `${nameB} less ${nameA}, in ${metric.unit === "share" ? "points" : "contacts a case"}; ${nameA} ${levelWords(metric, comparison.a)}, ${nameB} ${levelWords(metric, comparison.b)} at first sight`,
      label: `${title}. ${rows.map(({ subject, shown, basis }) => `${subject.words}: ${shown}, ${basis}`).join(". ")}.`,
      table: {
        columns: ["Kind of case", nameA, "Cases", nameB, "Cases ", "Difference"].map(
          (words, at) => ({
            words,
            isNumber: at > 0,
          }),
        ),
        rows: comparison.strata.map((each) => stratumRow(query, metric, each, [a, b])),
      },
      links: [],
      note:
        left.length === 0
          ? ""
          : `Left out of the comparison: ${formatCounted(left.length, "kind")} of case with fewer than ${String(comparison.least)} matured cases of either, ${formatCounted(leftCases, "case")}.`,
    },
  };
}

/** "1.76 of 72 cases". */
function levelWords(metric: Metric, sums: Sums): string {
  if (sums.count === 0) return "no cases";
  const level = levelOf(metric, sums);
  return level.includes(" of ")
    ? `${level} cases`
    : `${level} of ${formatCounted(sums.count, "case")}`;
}

function levelOf({ unit }: Metric, sums: Sums): string {
  if (sums.count === 0) return "–";
  return unit === "share" ? rateWords({ hits: sums.sum, of: sums.count }) : meanOf(sums).toFixed(2);
}

function stratumRow(
  query: CompareQuery,
  metric: Metric,
  { stratum, a, b, isCompared }: ComparedStratum,
  [nameA, nameB]: readonly [string, string],
): readonly ChartCell[] {
  const [type = "", first = ""] = stratum.split("\n");
  const channel = channels.find((each) => each === first);
  const kind = `${type === "" ? "no type" : type}, ${channel === undefined ? "no contact" : channelWords[channel]}`;
  const countCell = (sums: Sums, name: string): ChartCell => ({
    words: formatCount(sums.count),
    ...(sums.count === 0
      ? {}
      : {
          href: casesHref({
            ...query.cases,
            facets: { ...query.cases.facets, type: [type], first: [first], [query.by]: [name] },
            metric: { id: metric.id, part: "denominator" },
          }),
        }),
  });
  return [
    { words: isCompared ? kind : `${kind} (left out)` },
    { words: levelOf(metric, a) },
    countCell(a, nameA),
    { words: levelOf(metric, b) },
    countCell(b, nameB),
    {
      words: a.count === 0 || b.count === 0 ? "–" : differenceWords(metric, meanOf(b) - meanOf(a)),
    },
  ];
}
