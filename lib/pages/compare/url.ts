import type { ArmKind } from "@/lib/analytics/compare/arm-options";
import {
  defaultOverviewQuery,
  overviewSearch,
  type OverviewQuery,
} from "@/lib/analytics/filter/overview-query";

/** Everything a view of the Compare page depends on, besides the instant. */
export type CompareQuery = OverviewQuery & {
  readonly by: ArmKind;
  /** null: two to begin with. */
  readonly a: string | null;
  readonly b: string | null;
};

export const defaultCompareQuery: CompareQuery = {
  ...defaultOverviewQuery,
  cases: { ...defaultOverviewQuery.cases, period: "all" },
  by: "prompt",
  a: null,
  b: null,
};

/** The address of a view of the Compare page, with defaults left out. */
export function compareHref(query: CompareQuery): string {
  const search = new URLSearchParams(overviewSearch(query));
  if (query.cases.period === "all") search.delete("period");
  // What the Overview leaves out as its own default is said here.
  if (query.cases.period === "90d") search.set("period", "90d");
  if (query.by !== defaultCompareQuery.by) search.set("by", query.by);
  for (const name of ["a", "b"] as const) {
    const value = query[name];
    if (value !== null) search.set(name, value);
  }
  const text = search.toString();
  return text === "" ? "/compare" : `/compare?${text}`;
}
