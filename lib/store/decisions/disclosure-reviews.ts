import type { DisclosureReview } from "@/lib/domain/quality/disclosure-review";
import { statement, type Database } from "../database";
import { nextRevision } from "../queue";

type NewReview = Omit<DisclosureReview, "id">;

/** Stores a decision, and marks its case as changed. @returns its key */
export function addReview(db: Database, review: NewReview): Promise<number> {
  return db.write((connection) => {
    const changed = nextRevision(connection);
    const mark = "UPDATE cases SET changed = ? WHERE case_id = ?";
    statement<[number, string]>(connection, mark).run(changed, review.caseId);
    return Number(statement<[NewReview]>(connection, insertSql).run(review).lastInsertRowid);
  });
}

const insertSql = `INSERT INTO disclosure_reviews (anchor, rule, version, status, case_id,
    decision, reason, actor, at_us)
  VALUES (@anchor, @rule, @version, @status, @caseId, @decision, @reason, @actor, @atUs)`;

/** The decisions on a contact's finding of a rule, the latest first. */
export function readReviews(
  db: Database,
  { anchor, rule }: Pick<DisclosureReview, "anchor" | "rule">,
): Promise<DisclosureReview[]> {
  const sql = `SELECT id, anchor, rule, version, status, case_id AS caseId,
      decision, reason, actor, at_us AS atUs
    FROM disclosure_reviews WHERE anchor = ? AND rule = ? ORDER BY id DESC`;
  return db.read((connection) =>
    statement<[string, string], DisclosureReview>(connection, sql).all(anchor, rule),
  );
}
