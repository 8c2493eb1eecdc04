import type { FacetCounts } from "../facets/count-facets";
import type { CasesQuery, FacetName } from "./cases-query";
import { isCalendarPeriod, namedPeriods, periodNames } from "./period";
import { facetValueWords, periodWords } from "../words/facet-words";
import { joinedByOr } from "@/lib/format/join-words";
import { countingZone, formatCount, formatInstant } from "@/lib/format/format";
import type { DaysChoice, FilterChoice } from "../findings/finding-model";
import { periodDays, shownPeriodWords, type ShownPeriod } from "./shown-period";

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
  const { button, after } = shownPeriodWords(cases.period, period);
  return {
    ...{ lead, name: "Period", days: daysChoice(cases, period, hrefOf) },
    shown: isCalendarPeriod(cases.period) ? `${button} ${after}` : button,
    brief: period === null ? button : briefDays(period),
    options: namedPeriods.map((each) => ({
      words: periodWords(each),
      href: hrefOf({ ...cases, period: each }),
      isChosen: cases.period === each,
    })),
  };
}

/** The form of days of one's own; it begins with those that are shown. */
export function daysChoice(
  cases: CasesQuery,
  period: ShownPeriod | null,
  hrefOf: HrefOf,
): DaysChoice {
  // An address whose period is two days names no other period.
  const href = hrefOf({ ...cases, period: { from: someDay, to: someDay } });
  const [path = "", search = ""] = href.split("?", 2);
  const others = [...new URLSearchParams(search)].filter(([name]) => !periodNames.includes(name));
  return { ...periodDays(cases.period, period), path, others };
}

const someDay = "2000-01-01";

/** "27 Aug – 24 Nov"; with years where they differ. */
function briefDays({ fromUs, toUs }: ShownPeriod): string {
  const [from, to] = [fromUs, toUs - 1];
  const inYear = (us: number) => formatInstant(us, "year", countingZone);
  const style = inYear(from) === inYear(to) ? "dayOfYear" : "day";
  const [first, last] = [from, to].map((us) => formatInstant(us, style, countingZone));
  return first === last ? String(first) : `${String(first)} – ${String(last)}`;
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
