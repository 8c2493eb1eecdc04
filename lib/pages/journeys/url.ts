import { journeyOrders } from "@/lib/analytics/journeys/sample-journeys";
import { starters } from "@/lib/analytics/journeys/tally-moves";
import { overviewFields } from "@/lib/analytics/filter/overview-query";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, param } from "@/lib/format/address/field";

/** Absolute time, or relative to each case's start. */
export const journeyScales = ["absolute", "relative"] as const;
export type JourneyScale = (typeof journeyScales)[number];

/** The query of the Journeys page. */
export const journeysCodec = createCodec({
  ...overviewFields,
  /** Filter by a switch's initiator. */
  starter: param("starter", oneOf(starters), "all"),
  order: param("order", oneOf(journeyOrders), "opened"),
  scale: param("scale", oneOf(journeyScales), "absolute"),
});
export const defaultJourneysQuery = journeysCodec.defaultValue;
export type JourneysQuery = QueryOf<typeof journeysCodec>;

/** The address of a view of the Journeys page, with defaults left out. */
export function journeysHref(query: JourneysQuery): string {
  return journeysCodec.href("/journeys", query);
}
