import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import type { AccuracyOfSet } from "@/lib/domain/quality/accuracy";
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
  /** Cases whose words could not all be looked through. */
  readonly unreadCases: number;
  /** The detector on generated values; absent: not measured. */
  readonly canaries: AccuracyOfSet | undefined;
};
