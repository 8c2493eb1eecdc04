import {
  createCasesCodec,
  type CasesQuery,
  type FacetName,
} from "@/lib/analytics/filter/cases-query";
import { learningPeriod, periodNames } from "@/lib/analytics/filter/period";

/** The Insights page's filters, in the order of its sentence. */
const insightFacets: readonly FacetName[] = ["type", "first", "region", "team"];

/** The Insights page's filter, with the Cases page's parameter names. */
export const insightsCodec = createCasesCodec([...insightFacets, ...periodNames], learningPeriod);

/** The address of the Insights page with a filter, without defaults. */
export function insightsHref(cases: CasesQuery): string {
  return insightsCodec.href("/insights", cases);
}
