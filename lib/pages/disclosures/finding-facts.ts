import type { DisclosureRow } from "@/lib/analytics/rows/disclosure-row";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { DisclosureReview } from "@/lib/domain/quality/disclosure-review";

/** Who sees findings. */
export type FindingsReader = {
  /** Public id. */
  readonly viewer: string;
  /** Account names by public id. */
  readonly names: ReadonlyMap<string, string>;
};

/** A finding with its case. */
export type ListedFinding = DisclosureRow & { readonly caseId: string };

/** A case's disclosures, and the row of the shown one. */
export type FindingSource = {
  readonly derived: Pick<DerivedCase, "caseId" | "messages" | "interactions">;
  readonly disclosures: readonly CaseDisclosure[];
  readonly row: DisclosureRow;
  /** The decisions on it that the viewer may see, the latest first. */
  readonly reviews: readonly DisclosureReview[];
  /** The latest decision waits for a second review before the viewer may see it; null: they see every decision. */
  readonly withheld: {
    /** Where the viewer can make that second review; null: they may not see samples. */
    readonly second: { readonly sample: number; readonly position: number } | null;
  } | null;
};

/** The findings that are identical to a shown one and wait for a decision. */
export type AlikeFindings = {
  /** Of any time; a few more may be counted than there are. */
  readonly total: number;
  /** The latest, up to `alikeMax`. */
  readonly listed: readonly ListedFinding[];
};
