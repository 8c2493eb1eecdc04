import type { DisclosureRow } from "@/lib/analytics/rows/disclosure-row";
import type { CaseDisclosure, RequiredStatus } from "@/lib/domain/case/case-disclosure";
import type { AppliedDisclosure } from "@/lib/pages/disclosures/pack/pack-finding";
import type { Database } from "@/lib/store/port";
import { readReviews } from "@/lib/store/decisions/disclosure-reviews";

type Applied = CaseDisclosure & { readonly status: RequiredStatus };

/** Whether a rule required something of the contact, or may have. */
export function isApplied(disclosure: CaseDisclosure): disclosure is Applied {
  return disclosure.status !== "not_required";
}

/**
 * Reads the decisions on a disclosure of a case.
 * @param row its stored row
 * @param viewer public id: see `readReviews`
 */
export async function readApplied(
  db: Database,
  disclosure: Applied,
  row: DisclosureRow | undefined,
  viewer: string,
): Promise<AppliedDisclosure> {
  const reviews = row === undefined ? [] : await readReviews(db, row, viewer);
  return { ...disclosure, reviews, review: row?.review ?? "open" };
}
