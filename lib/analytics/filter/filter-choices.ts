import type { FacetCounts } from "../facets/count-facets";
import type { ShownPeriod } from "./shown-period";
import { relativePeriods, type CasesQuery, type FacetName } from "./cases-query";
import { facetValueWords, periodWords } from "../words/facet-words";
import { joinedByOr } from "@/lib/format/join-words";
import { formatCount } from "@/lib/format/format";
import type { FilterChoice } from "../findings/finding-model";
import { shownPeriodWords } from "./shown-period";

/** The most values in a menu; others are chosen on the Cases page or in the address. */
const optionsMax = 20;

type HrefOf = (cases: CasesQuery) => string;

/** The period as a menu. @param lead the words before it: "Cases opened" */
export function periodChoice(
  cases: CasesQuery,
  period: ShownPeriod | null,
  lead: string,
  hrefOf: HrefOf,
): FilterChoice {
  return {
    ...{ lead, name: "Period", shown: shownPeriodWords(cases.period, period).button },
    options: ([...relativePeriods, "all"] as const).map((each) => ({
      words: periodWords(each),
      href: hrefOf({ ...cases, period: each }),
      isChosen: cases.period === each,
    })),
  };
}

/** A facet in the sentence of filters: the words before it, and those where nothing is chosen. */
export type FacetClause = {
  readonly name: FacetName;
  readonly lead: string;
  readonly all: string;
};

/** A facet as a menu of its most frequent values with their counts. */
export function facetChoice(
  cases: CasesQuery,
  counts: FacetCounts,
  { name, lead, all }: FacetClause,
  hrefOf: HrefOf,
): FilterChoice {
  const chosen = cases.facets[name];
  const hrefWith = (values: readonly string[]) =>
    hrefOf({ ...cases, facets: { ...cases.facets, [name]: values } });
  const frequent = [...counts[name]]
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, optionsMax);
  return {
    ...{ lead, name: all },
    shown:
      chosen.length === 0 ? all : joinedByOr(chosen.map((each) => facetValueWords(name, each))),
    options: [
      { words: all, href: hrefWith([]), isChosen: chosen.length === 0 },
      ...frequent.map(({ value, count }) => ({
        words: `${facetValueWords(name, value)} · ${formatCount(count)}`,
        href: hrefWith([value]),
        isChosen: chosen.includes(value),
      })),
    ],
  };
}
