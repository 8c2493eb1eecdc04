import { createCasesCodec, type FacetName } from "./cases-query";
import { defaultPeriod, periodNames } from "./period";
import { createCodec, type QueryOf } from "@/lib/format/address/codec";
import { oneOf, param } from "@/lib/format/address/field";

/** What the Overview can be narrowed down by, in the order of its sentence. */
const overviewFacets: readonly FacetName[] = [
  "type",
  "channel",
  "first",
  "release",
  "region",
  "team",
  "agents",
];

/** The fields that pages about a period share. */
export const overviewFields = {
  /** The cases it is about, under the same names as on the Cases page. */
  cases: createCasesCodec([...overviewFacets, ...periodNames], defaultPeriod),
  /** The compared period: the one before it, see `previousPeriod`, or none. */
  compare: param<"previous" | "none">("compare", oneOf(["previous", "none"]), "previous"),
};

/** Everything a view of the Overview depends on, besides the instant. */
export const overviewCodec = createCodec(overviewFields);
export const defaultOverviewQuery = overviewCodec.defaultValue;
export type OverviewQuery = QueryOf<typeof overviewCodec>;

/** The address of a view of the Overview, with defaults left out. */
export function overviewHref(query: OverviewQuery): string {
  return overviewCodec.href("/overview", query);
}

/** All that the Overview shows, or two sheets of it. */
export const reportSizes = ["full", "digest"] as const;
export type ReportSize = (typeof reportSizes)[number];

/** The query of the Overview as a page to print and to send on. */
export const reportCodec = createCodec({
  ...overviewFields,
  size: param("size", oneOf(reportSizes), "full"),
});

/** The address of a view of the Overview as a page to print and to send on. */
export function reportHref(query: OverviewQuery, size: ReportSize = "full"): string {
  return reportCodec.href("/report", { ...query, size });
}
