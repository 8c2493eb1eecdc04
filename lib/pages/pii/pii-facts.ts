import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import type { PiiTally } from "@/lib/analytics/pii/tally-pii";

/** The page's data. */
export type PiiFacts = {
  readonly asOfUs: number;
  readonly period: ShownPeriod | null;
  readonly newestUs: number | null;
  readonly isWorkspaceEmpty: boolean;
  readonly evaluators: readonly string[];
  readonly counts: FacetCounts;
  readonly caseCount: number;
  readonly tally: PiiTally;
};
