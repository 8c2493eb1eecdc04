import { casesSearch, defaultCasesQuery, type CasesQuery, type FacetName } from "./cases-query";

/** What the Overview can be narrowed down by, in the order of its sentence. */
export const overviewFacets = [
  "type",
  "channel",
  "first",
  "release",
  "region",
  "team",
  "agents",
] as const satisfies readonly FacetName[];

/** What a period is compared with: as many days just before it, or nothing. */
export const comparisons = ["previous", "none"] as const;
export type Comparison = (typeof comparisons)[number];

/** Everything a view of the Overview depends on, besides the instant. */
export type OverviewQuery = {
  /** The cases it is about, under the same names as on the Cases page. */
  readonly cases: CasesQuery;
  readonly compare: Comparison;
};

export const defaultOverviewQuery: OverviewQuery = {
  cases: { ...defaultCasesQuery, period: "90d" },
  compare: "previous",
};

/** The address of a view of the Overview, with defaults left out. */
export function overviewHref(query: OverviewQuery): string {
  const text = overviewSearch(query);
  return text === "" ? "/overview" : `/overview?${text}`;
}

/** The address of the same as a page to print and to send on. */
export function reportHref(query: OverviewQuery): string {
  const text = overviewSearch(query);
  return text === "" ? "/report" : `/report?${text}`;
}

/** A view of the Overview as a query string without its question mark, defaults left out. */
export function overviewSearch({ cases, compare }: OverviewQuery): string {
  const search = new URLSearchParams(casesSearch(cases));
  if (cases.period === "all") search.set("period", "all");
  if (cases.period === defaultOverviewQuery.cases.period) search.delete("period");
  if (compare !== defaultOverviewQuery.compare) search.set("compare", compare);
  return search.toString();
}
