import type { NewSecondReview, SampledFinding } from "@/lib/domain/quality/review-sample";
import { statement, type Database } from "../database";
import { sampledFindings } from "./review-samples";

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
  return db.write((connection) => {
    const items = sampledFindings(connection, review.sample);
    check(items.find(({ position }) => position === review.position));
    const sql = `INSERT INTO second_reviews
        (sample, position, anchor, case_id, status, version, decision, reason, actor, at_us)
      SELECT sample, position, anchor, case_id, @status, @version, @decision, @reason, @actor, @atUs
      FROM review_sample_items WHERE sample = @sample AND position = @position`;
    const insert = statement<[NewSecondReview]>(connection, sql);
    return Number(insert.run(review).lastInsertRowid);
  });
}
