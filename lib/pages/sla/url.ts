import {
  createCasesCodec,
  type CasesQuery,
  type FacetName,
} from "@/lib/analytics/filter/cases-query";
import { defaultPeriod, periodNames } from "@/lib/analytics/filter/period";

/** The SLA page's filters, in the order of its sentence. */
const slaFacets: readonly FacetName[] = ["type", "channel", "first", "region", "team", "agents"];

/** The SLA page's filter, with the Cases page's parameter names. */
export const slaCodec = createCasesCodec([...slaFacets, ...periodNames], defaultPeriod);

/** The address of the SLA page with a filter, without defaults. */
export function slaHref(cases: CasesQuery): string {
  return slaCodec.href("/sla", cases);
}

/** The address of every case with a target as CSV. */
export function slaCsvHref(cases: CasesQuery): string {
  return slaCodec.href("/sla.csv", cases);
}
