import { casesSearch, type CasesQuery, type FacetName } from "@/lib/analytics/filter/cases-query";

/** What the SLA page can be narrowed down by, in the order of its sentence. */
export const slaFacets = [
  "type",
  "channel",
  "first",
  "region",
  "team",
  "agents",
] as const satisfies readonly FacetName[];

/** The address of the SLA page about some cases, defaults left out. */
export function slaHref(cases: CasesQuery): string {
  const text = casesSearch(cases);
  return text === "" ? "/sla" : `/sla?${text}`;
}

/** The address of every case with a target as CSV. */
export function slaCsvHref(cases: CasesQuery): string {
  const text = casesSearch(cases);
  return text === "" ? "/sla.csv" : `/sla.csv?${text}`;
}
