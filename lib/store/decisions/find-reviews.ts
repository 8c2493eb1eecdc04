import type { Connection } from "@/db/connect";
import { contactAnchors, type DisclosureRow } from "@/lib/analytics/rows/disclosure-row";
import type { DerivedCase } from "@/lib/domain/case/case";
import { statement } from "../database";

type Reviewed = Pick<DisclosureRow, "anchor" | "reviewId">;

/**
 * Finds the latest decision on each finding of a case that is about to be written, by any span of its contact. The row
 * then has the decision's anchor, so that the next decision follows it.
 * @returns of a row its anchor and its decision, as they are to be stored
 */
export function reviewFinder(
  connection: Connection,
  derived: Pick<DerivedCase, "caseId" | "interactions" | "messages">,
): (row: DisclosureRow) => Reviewed {
  const any = "SELECT 1 FROM disclosure_reviews LIMIT 1";
  if (statement<[]>(connection, any).get() === undefined) {
    return ({ anchor }) => ({ anchor, reviewId: null });
  }
  const sql = `SELECT r.anchor, r.id AS reviewId FROM json_each(?) a
    JOIN disclosure_reviews r ON r.anchor = a.value AND r.rule = ?
    ORDER BY r.id DESC LIMIT 1`;
  const find = statement<[string, string], Reviewed>(connection, sql);
  return ({ anchor, rule, interaction }) =>
    find.get(JSON.stringify(contactAnchors(derived, interaction)), rule) ?? {
      anchor,
      reviewId: null,
    };
}
