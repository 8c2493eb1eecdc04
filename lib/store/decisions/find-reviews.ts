import { contactAnchors, type DisclosureRow } from "@/lib/analytics/rows/disclosure-row";
import type { DerivedCase } from "@/lib/domain/case/case";
import { statement, type Connection } from "../port";

type Reviewed = Pick<DisclosureRow, "anchor" | "reviewId">;

/**
 * Finds the latest decision on each finding of a case that is about to be written, by any span of its contact. The row
 * then has the anchor of the decision, or of the sample that it is in, so that the next decision follows it.
 * @returns of a row its anchor and its decision, as they are to be stored
 */
export async function reviewFinder(
  connection: Connection,
  derived: Pick<DerivedCase, "caseId" | "interactions" | "messages">,
): Promise<(row: DisclosureRow) => Promise<Reviewed>> {
  const any = `SELECT 1 FROM (SELECT 1 FROM disclosure_reviews UNION ALL
    SELECT 1 FROM review_sample_items) AS reviews LIMIT 1`;
  if ((await statement<[]>(connection, any).get()) === undefined) {
    return ({ anchor }) => Promise.resolve({ anchor, reviewId: null });
  }
  const decided = finderOf(connection, "disclosure_reviews", "r.id", "r.id DESC");
  const sampled = finderOf(
    connection,
    "review_sample_items",
    "NULL",
    "r.sample DESC, r.position DESC",
  );
  return async (row) => {
    const anchors = JSON.stringify(contactAnchors(derived, row.interaction));
    const unknown = { anchor: row.anchor, reviewId: null };
    return (await decided(anchors, row.rule)) ?? (await sampled(anchors, row.rule)) ?? unknown;
  };
}

function finderOf(connection: Connection, table: string, id: string, newest: string) {
  const sql = `SELECT r.anchor, ${id} AS reviewId FROM json_each(?) a
    JOIN ${table} r ON r.anchor = a.value AND r.rule = ?
    ORDER BY ${newest} LIMIT 1`;
  const find = statement<[string, string], Reviewed>(connection, sql);
  return (anchors: string, rule: string) => find.get(anchors, rule);
}
