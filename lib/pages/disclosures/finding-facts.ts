import type { DisclosureRow } from "@/lib/analytics/rows/disclosure-row";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { DisclosureReview } from "@/lib/domain/quality/disclosure-review";

/** A finding with its case. */
export type ListedFinding = DisclosureRow & { readonly caseId: string };

/** A case's disclosures, and the row of the shown one. */
export type FindingSource = {
  readonly derived: Pick<DerivedCase, "caseId" | "messages" | "interactions">;
  readonly disclosures: readonly CaseDisclosure[];
  readonly row: DisclosureRow;
  /** The decisions on it, the latest first. */
  readonly reviews: readonly DisclosureReview[];
};

/** The findings that are identical to a shown one and wait for a decision. */
export type AlikeFindings = {
  /** Of any time; a few more may be counted than there are. */
  readonly total: number;
  /** The latest, up to `alikeMax`. */
  readonly listed: readonly ListedFinding[];
};
