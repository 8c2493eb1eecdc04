import type { JourneyOrder } from "./sample-journeys";
import type { Starter } from "./tally-moves";
import {
  defaultOverviewQuery,
  overviewSearch,
  type OverviewQuery,
} from "@/lib/analytics/filter/overview-query";

/** Along time as it was, or from each case's own beginning. */
export const journeyScales = ["absolute", "relative"] as const;
export type JourneyScale = (typeof journeyScales)[number];

/** Everything a view of the Journeys page depends on, besides the instant. */
export type JourneysQuery = OverviewQuery & {
  /** Whose moves are counted. */
  readonly starter: Starter;
  readonly order: JourneyOrder;
  readonly scale: JourneyScale;
};

export const defaultJourneysQuery: JourneysQuery = {
  ...defaultOverviewQuery,
  starter: "all",
  order: "opened",
  scale: "absolute",
};

/** The address of a view of the Journeys page, with defaults left out. */
export function journeysHref(query: JourneysQuery): string {
  const search = new URLSearchParams(overviewSearch(query));
  for (const name of ["starter", "order", "scale"] as const) {
    if (query[name] !== defaultJourneysQuery[name]) search.set(name, query[name]);
  }
  const text = search.toString();
  return text === "" ? "/journeys" : `/journeys?${text}`;
}
