import type { NewSecondReview, SampledFinding } from "@/lib/domain/quality/review-sample";
import { statement, type Database } from "../port";
import { nextRevision } from "../queue";
import { sampledFindings } from "./review-samples";
import { insertRow } from "../insert-row";

/**
 * Stores the second review of a finding of a sample.
 * @param check throws where it may not be stored; it sees the finding as it is now, or undefined where there is none
 * @returns its key
 */
export function addSecondReview(
  db: Database,
  review: NewSecondReview,
  check: (item: SampledFinding | undefined) => void,
): Promise<number> {
  return db.write(async (connection) => {
    const items = await sampledFindings(connection, review.sample);
    check(items.find(({ position }) => position === review.position));
    const sql = `INSERT INTO second_reviews
        (sample, position, anchor, case_id, status, version, decision, reason, actor, at_us)
      SELECT sample, position, anchor, case_id, @status, @version, @decision, @reason, @actor, @atUs
      FROM review_sample_items WHERE sample = @sample AND position = @position`;
    const id = await insertRow(connection, sql, review);
    // The first decision is no longer withheld.
    const mark = `UPDATE cases SET changed = ? WHERE id IN (SELECT d.case_key FROM disclosures d
      JOIN disclosure_reviews r ON r.id = d.review_id
      JOIN second_reviews s ON s.anchor = r.anchor
      JOIN review_sample_items i USING (sample, position)
      WHERE s.id = ? AND i.rule = r.rule)`;
    await statement<[number, number]>(connection, mark).run(await nextRevision(connection), id);
    return id;
  });
}
