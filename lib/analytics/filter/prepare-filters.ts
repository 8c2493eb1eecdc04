import type { FacetCounts } from "../facets/count-facets";
import type { ShownPeriod } from "./shown-period";
import type { CasesQuery } from "./cases-query";
import { facetChoice, periodChoice, type FacetClause } from "./filter-choices";
import type { OverviewQuery } from "./overview-query";
import { comparedWords } from "./previous-period";
import type { FilterChoice } from "../findings/finding-model";

const sentence = [
  { name: "type", lead: "of", all: "all case types" },
  { name: "first", lead: "starting on", all: "any channel" },
  { name: "channel", lead: "going over", all: "any channel" },
  { name: "release", lead: "on", all: "all releases" },
  { name: "region", lead: "in", all: "all regions" },
  { name: "team", lead: "served by", all: "all teams" },
  { name: "agents", lead: "handled by", all: "AI and humans" },
] as const satisfies readonly FacetClause[];

type HrefOf = (query: OverviewQuery) => string;

/** The filters as a sentence of menus: each choice is an address of the page, which `hrefOf` gives. */
export function prepareFilters(
  query: OverviewQuery,
  counts: FacetCounts,
  period: ShownPeriod | null,
  hrefOf: HrefOf,
): readonly FilterChoice[] {
  const [days, ...facets] = prepareCaseFilters(query.cases, counts, period, (cases) =>
    hrefOf({ ...query, cases }),
  );
  return [days, compareChoice(query, period, hrefOf), ...facets];
}

/** The same of a page that compares with no other period. */
export function prepareCaseFilters(
  cases: CasesQuery,
  counts: FacetCounts,
  period: ShownPeriod | null,
  hrefOf: (cases: CasesQuery) => string,
): readonly [FilterChoice, ...FilterChoice[]] {
  return [
    periodChoice(cases, period, "Cases opened", hrefOf),
    ...sentence.map((clause) => facetChoice(cases, counts, clause, hrefOf)),
  ];
}

function compareChoice(
  query: OverviewQuery,
  period: ShownPeriod | null,
  hrefOf: HrefOf,
): FilterChoice {
  const words = {
    previous: comparedWords(query.cases.period, period),
    none: "nothing",
  };
  return {
    lead: "compared with",
    name: "Compare with",
    shown: words[query.compare],
    options: (["previous", "none"] as const).map((compare) => ({
      words: words[compare],
      href: hrefOf({ ...query, compare }),
      isChosen: query.compare === compare,
    })),
  };
}
