import {
  createCasesCodec,
  periodNames,
  type CasesQuery,
  type FacetName,
} from "@/lib/analytics/filter/cases-query";

/** What the SLA page can be narrowed down by, in the order of its sentence. */
const slaFacets: readonly FacetName[] = ["type", "channel", "first", "region", "team", "agents"];

/** The cases that the SLA page is about, under the same names as on the Cases page. */
export const slaCodec = createCasesCodec([...slaFacets, ...periodNames], "all");

/** The address of the SLA page about some cases, defaults left out. */
export function slaHref(cases: CasesQuery): string {
  return slaCodec.href("/sla", cases);
}

/** The address of every case with a target as CSV. */
export function slaCsvHref(cases: CasesQuery): string {
  return slaCodec.href("/sla.csv", cases);
}
