import { createCasesCodec, periodNames, type FacetName, type Period } from "./cases-query";
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

/** The fields that pages about a period share. @param period the default */
export function overviewFields(period: Period) {
  return {
    /** The cases it is about, under the same names as on the Cases page. */
    cases: createCasesCodec([...overviewFacets, ...periodNames], period),
    /** The compared period: as many days just before it, or none. */
    compare: param<"previous" | "none">("compare", oneOf(["previous", "none"]), "previous"),
  };
}

/** Everything a view of the Overview depends on, besides the instant. */
export const overviewCodec = createCodec(overviewFields("90d"));
export const defaultOverviewQuery = overviewCodec.defaultValue;
export type OverviewQuery = QueryOf<typeof overviewCodec>;

/** The address of a view of the Overview, with defaults left out. */
export function overviewHref(query: OverviewQuery): string {
  return overviewCodec.href("/overview", query);
}

/** The address of the same as a page to print and to send on. */
export function reportHref(query: OverviewQuery): string {
  return overviewCodec.href("/report", query);
}
