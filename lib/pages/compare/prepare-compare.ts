import type { Comparison } from "@/lib/analytics/compare/read-comparison";
import { templateOf } from "@/lib/analytics/facets/case-facets";
import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import { armKinds, type ArmKind } from "@/lib/analytics/compare/arm-options";
import { outcomeMetrics } from "@/lib/analytics/compare/compared-metrics";
import { fewCases, leastCases } from "@/lib/analytics/compare/strata-of";
import type { ArmPair } from "@/lib/analytics/compare/usual-pair";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { areEndsKnown } from "@/lib/analytics/outcomes/end-known";
import { endsWords, sendEnds } from "@/lib/analytics/words/end-words";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import { compareHref, type CompareQuery } from "./url";
import { joinedByAnd } from "@/lib/format/join-words";
import type { FilterChoice, Lede } from "@/lib/analytics/findings/finding-model";
import { formatCount } from "@/lib/format/format";
import { prepareCaseFilters } from "@/lib/analytics/filter/prepare-filters";
import type { CompareModel } from "./compare-model";
import { prepareCompared } from "./prepare-compared";
import { prepareTables } from "./prepare-tables";
import { prepareTexts, type TextSides } from "./prepare-texts";
import { prepareReleases } from "./prepare-releases";
import { shortName } from "@/lib/analytics/compare/stratum-words";
import { isAnyCompared, prepareCompareLede } from "@/lib/analytics/compare/describe-comparison";
import * as words from "./words";

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
  /** The texts of both versions; null: there are no two, or the viewer may not read words. */
  readonly texts: TextSides | null;
};

const optionsMax = 20;

/** Prepares the Compare page; where the data can't say how cases end, without resolution. */
export function prepareCompare(query: CompareQuery, all: CompareFacts): CompareModel {
  const isEndKnown = areEndsKnown(all.known);
  const facts = {
    ...all,
    compared: all.compared.filter(
      ({ metric }) => outcomeMetrics.includes(metric) && (isEndKnown || !metric.needsEnds),
    ),
  };
  const { asOfUs, period, newestUs, counts, evaluators, pair, compared } = facts;
  const hrefOf = (cases: CompareQuery["cases"]) => compareHref({ ...query, cases });
  return {
    ...{ query, asOfUs, period, newestUs, evaluators, isWorkspaceEmpty: facts.isWorkspaceEmpty },
    filters: [
      ...armChoices(query, facts),
      ...prepareCaseFilters(query.cases, counts, period, hrefOf),
    ],
    lede: ledeOf(query, facts),
    texts: pair === null || all.texts === null ? null : prepareTexts(all.texts, pair),
    tables: pair === null ? [] : prepareTables(query, { ...all, pair }),
    metrics: pair === null ? [] : compared.map((each) => prepareCompared(query, each, pair)),
    releases: isEndKnown ? prepareReleases(query.cases, facts.released) : null,
    cautions: [
      ...(isEndKnown ? [] : [words.noResolution(endsWords(facts.known), sendEnds)]),
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
      lead: words.chosenTwice(twice),
      rest: words.chooseDifferent(words.armWords[by]),
    };
  }
  if (pair === null) {
    return {
      lead: words.noTwo(words.armWords[by]),
      rest: Object.values(query.cases.facets).some((chosen) => chosen.length > 0)
        ? words.lede.widen
        : words.lede.send,
    };
  }
  const [one, other] = [shortName(pair[0], pair[1]), shortName(pair[1], pair[0])];
  const lede = prepareCompareLede(compared, one, other);
  if (a !== null || b !== null || isAnyCompared(compared)) return lede;
  return {
    lead: words.noTwoYet(words.pairWords[by]),
    rest: words.tooFewOfEach({ few: fewCases, better: leastCases }, one, other),
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
  const arm = (place: "first" | "second", [a, b]: ArmPair): FilterChoice => {
    const [chosen, other] = place === "first" ? [a, b] : [b, a];
    return {
      ...{ ...words.choices[place], shown: chosen },
      options: shown.map((each) => {
        // Choosing the other arm swaps them.
        const beside = each.name === other ? chosen : other;
        const [first, second] = place === "first" ? [each.name, beside] : [beside, each.name];
        return {
          words: `${each.name} · ${formatCount(each.cases)}`,
          href: compareHref({ ...query, a: first, b: second }),
          isChosen: each.name === chosen,
        };
      }),
    };
  };
  const kind: FilterChoice = {
    ...{ ...words.choices.kind, shown: words.armWords[query.by] },
    options: armKinds.map((by) => ({
      words: words.armWords[by],
      href: compareHref({ ...query, by, a: null, b: null }),
      isChosen: by === query.by,
    })),
  };
  return pair === null ? [kind] : [kind, arm("first", pair), arm("second", pair)];
}

function cautionsOf(by: ArmKind, { compared, pair, metBoth }: CompareFacts): readonly string[] {
  const strata = compared.flatMap(({ comparison }) => comparison.strata);
  const isByRegion = strata.some(({ regions }) => regions !== null);
  const compares = compared.filter(({ comparison }) => comparison.adjusted !== null);
  const few = compares.filter(({ comparison }) => comparison.least < leastCases);
  const ofSome =
    few.length === compares.length ? "" : joinedByAnd(few.map(({ metric }) => metric.name));
  return [
    ...(few.length === 0 ? [] : [words.fewCasesOf(ofSome, leastCases, fewCases)]),
    isByRegion ? words.matchedByRegion(leastCases) : words.matchedByType,
    ...(metBoth === 0 ? [] : [words.metBoth(metBoth, countsOnce(by, pair))]),
  ];
}

/** Whether a case of both counts for the arm that it met first, rather than for each one's own template. */
function countsOnce(by: ArmKind, pair: ArmPair | null): boolean {
  const [a = "", b = ""] = pair ?? [];
  return by === "release" || templateOf(a) === templateOf(b);
}
