import type { Comparison } from "@/lib/analytics/compare/read-comparison";
import { templateOf } from "@/lib/analytics/facets/case-facets";
import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { ArmKind } from "@/lib/analytics/compare/arm-options";
import { fewCases, leastCases } from "@/lib/analytics/compare/strata-of";
import type { ArmPair } from "@/lib/analytics/compare/usual-pair";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { areEndsKnown } from "@/lib/analytics/outcomes/end-known";
import { endsWords, sendEnds } from "@/lib/analytics/words/end-words";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import { compareHref, type CompareQuery } from "./url";
import { joinedByAnd } from "@/lib/format/join-words";
import type { FilterChoice, Lede } from "@/lib/analytics/findings/finding-model";
import { formatCount, formatCounted } from "@/lib/format/format";
import { prepareFilters } from "@/lib/analytics/filter/prepare-filters";
import type { CompareModel } from "./compare-model";
import { prepareCompared } from "./prepare-compared";
import { prepareReleases } from "./prepare-releases";
import { shortName } from "@/lib/analytics/compare/stratum-words";
import { isAnyCompared, prepareCompareLede } from "@/lib/analytics/compare/describe-comparison";

/** The page's data. */
export type CompareFacts = Comparison & {
  readonly asOfUs: number;
  readonly period: ShownPeriod | null;
  readonly newestUs: number | null;
  readonly counts: FacetCounts;
  readonly evaluators: readonly string[];
  /** Resolution by release. */
  readonly released: GroupRates;
  /** Cases old enough to judge, and those of them that show how they ended. */
  readonly known: Proportion;
  readonly isWorkspaceEmpty: boolean;
};

const optionsMax = 20;
const kindWords: Readonly<Record<ArmKind, string>> = { prompt: "prompts", release: "releases" };
const pairWords: Readonly<Record<ArmKind, string>> = {
  prompt: "versions of one prompt",
  release: "releases",
};

/** Prepares the Compare page; where the data can't say how cases end, without resolution. */
export function prepareCompare(query: CompareQuery, all: CompareFacts): CompareModel {
  const isEndKnown = areEndsKnown(all.known);
  const facts = isEndKnown
    ? all
    : { ...all, compared: all.compared.filter(({ metric }) => !metric.needsEnds) };
  const { asOfUs, period, newestUs, counts, evaluators, pair, compared } = facts;
  const hrefOf = (shared: Pick<CompareQuery, "cases" | "compare">) =>
    compareHref({ ...query, ...shared });
  return {
    ...{ query, asOfUs, period, newestUs, evaluators, isWorkspaceEmpty: facts.isWorkspaceEmpty },
    filters: [
      ...armChoices(query, facts),
      ...prepareFilters(query, counts, period, hrefOf).filter(
        ({ name }) => name !== "Compare with",
      ),
    ],
    lede: ledeOf(query, facts),
    metrics: pair === null ? [] : compared.map((each) => prepareCompared(query, each, pair)),
    releases: isEndKnown ? prepareReleases(query.cases, facts.released) : null,
    cautions: [
      ...(isEndKnown
        ? []
        : [`${endsWords(facts.known)}, so resolution is not compared. ${sendEnds}`]),
      ...(pair === null ? [] : cautionsOf(query.by, facts)),
    ],
  };
}

/** The default pair is the best one: if it cannot be compared, none can. */
function ledeOf(query: CompareQuery, { options, pair, compared }: CompareFacts): Lede {
  const { by, a, b } = query;
  const twice = namedTwice(query);
  if (twice !== null && options.some(({ name }) => name !== twice)) {
    return {
      lead: `${twice} is chosen on both sides, so there is nothing to compare.`,
      rest: `Choose different ${kindWords[by]}.`,
    };
  }
  if (pair === null) {
    return {
      lead: `There are no two ${kindWords[by]} to compare.`,
      rest: Object.values(query.cases.facets).some((chosen) => chosen.length > 0)
        ? "Few cases match: widen the filters."
        : "Exporters send prompts as gen_ai.prompt.name and version, releases as service.version.",
    };
  }
  const [one, other] = [shortName(pair[0], pair[1]), shortName(pair[1], pair[0])];
  const lede = prepareCompareLede(compared, one, other);
  if (a !== null || b !== null || isAnyCompared(compared)) return lede;
  return {
    lead: `No two ${pairWords[by]} can be compared yet.`,
    rest: `No kind of case has ${String(fewCases)} cases of each that are old enough to judge; ${String(leastCases)} would be better. Below is how ${one} and ${other} look at first sight.`,
  };
}

/** The arm that the address names twice. */
function namedTwice({ a, b }: CompareQuery): string | null {
  return a === b ? a : null;
}

function armChoices(query: CompareQuery, facts: CompareFacts): readonly FilterChoice[] {
  const { options } = facts;
  const twice = namedTwice(query);
  const pair = twice === null ? facts.pair : ([twice, twice] as const);
  const shown = options.slice(0, optionsMax);
  const arm = (name: "First" | "Second", [a, b]: ArmPair, lead: string): FilterChoice => {
    const [chosen, other] = name === "First" ? [a, b] : [b, a];
    return {
      ...{ lead, name, shown: chosen },
      options: shown.map((each) => {
        // Choosing the other arm swaps them.
        const beside = each.name === other ? chosen : other;
        const [first, second] = name === "First" ? [each.name, beside] : [beside, each.name];
        return {
          words: `${each.name} · ${formatCount(each.cases)}`,
          href: compareHref({ ...query, a: first, b: second }),
          isChosen: each.name === chosen,
        };
      }),
    };
  };
  const kind: FilterChoice = {
    ...{ lead: "Compare", name: "What", shown: kindWords[query.by] },
    options: (["prompt", "release"] as const).map((by) => ({
      words: kindWords[by],
      href: compareHref({ ...query, by, a: null, b: null }),
      isChosen: by === query.by,
    })),
  };
  return pair === null ? [kind] : [kind, arm("First", pair, ""), arm("Second", pair, "with")];
}

function cautionsOf(by: ArmKind, { compared, pair, metBoth }: CompareFacts): readonly string[] {
  const strata = compared.flatMap(({ comparison }) => comparison.strata);
  const isByRegion = strata.some(({ regions }) => regions !== null);
  const compares = compared.filter(({ comparison }) => comparison.adjusted !== null);
  const few = compares.filter(({ comparison }) => comparison.least < leastCases);
  const ofSome =
    few.length === compares.length
      ? ""
      : ` for ${joinedByAnd(few.map(({ metric }) => metric.name))}`;
  const least = String(leastCases);
  return [
    ...(few.length === 0
      ? []
      : [
          `Few cases${ofSome}: no kind of case has ${least} of each, so kinds with at least ${String(fewCases)} of each are compared.`,
        ]),
    `Not an experiment: the two did not get the same traffic, and only ${
      isByRegion
        ? `case type, first channel and, where a region has ${least} cases of each, region are matched`
        : `case type and first channel are matched`
    }.`,
    ...(metBoth === 0
      ? []
      : [
          `${formatCounted(metBoth, "case")} met both, and ${metBoth === 1 ? "counts" : "count"} ${metBothWords(by, pair)}.`,
        ]),
  ];
}

/** The arm that a case of both counts for: the first met, or each one's own template. */
function metBothWords(by: ArmKind, pair: ArmPair | null): string {
  const [a = "", b = ""] = pair ?? [];
  const isOneOf = by === "release" || templateOf(a) === templateOf(b);
  return isOneOf ? "for the one met first" : "for each that was the first of its template";
}
