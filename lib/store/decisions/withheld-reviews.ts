import {
  isPending,
  reviewDecisions,
  type DisclosureReview,
} from "@/lib/domain/quality/disclosure-review";
import { statement, type Database } from "../port";

/** SQL: the decisions that wait for somebody else. */
export const pendingSql = reviewDecisions
  .filter((decision) => isPending[decision])
  .map((decision) => `'${decision}'`)
  .join(", ");

/**
 * SQL: whether a decision is kept back, because a sample asks for a second review of its finding that nobody has made.
 * What only asks somebody else is no judgement, and they have to know of it.
 * @param review alias of `disclosure_reviews`
 */
export function isWithheldSql(review: string): string {
  return `(${review}.decision NOT IN (${pendingSql}) AND EXISTS (
    SELECT 1 FROM review_sample_items a WHERE a.anchor = ${review}.anchor AND a.rule = ${review}.rule
      AND ${isAwaited}))`;
}

/** Of an item of a sample, with the alias `a`. Nothing is awaited any more once the sample is signed off. */
const isAwaited = `a.is_second = 1 AND NOT EXISTS (SELECT 1 FROM second_reviews b
    WHERE b.sample = a.sample AND b.position = a.position)
  AND NOT EXISTS (SELECT 1 FROM sign_offs f WHERE f.sample = a.sample)`;

/**
 * SQL: the same for `@viewer`, who sees their own decisions; null sees all.
 * @param review alias of `disclosure_reviews`
 */
export function isWithheldFromViewerSql(review: string): string {
  return `coalesce(${review}.actor <> @viewer AND ${isWithheldSql(review)}, false)`;
}

/** Where the latest sample asks for a second review of a contact's finding; null: nothing is asked for. */
export function findAwaitedSecond(
  db: Database,
  { anchor, rule }: Pick<DisclosureReview, "anchor" | "rule">,
): Promise<{ readonly sample: number; readonly position: number } | null> {
  const sql = `SELECT a.sample, a.position FROM review_sample_items a
    WHERE a.anchor = ? AND a.rule = ? AND ${isAwaited} ORDER BY a.sample DESC LIMIT 1`;
  type Place = { readonly sample: number; readonly position: number };
  return db.read(
    async (connection) =>
      (await statement<[string, string], Place>(connection, sql).get(anchor, rule)) ?? null,
  );
}

/** A finding as the audit names it: the case in which it was decided, and the rule. */
export type AwaitedFinding = Pick<DisclosureReview, "caseId" | "rule">;

/**
 * The findings that wait for a second review which somebody can make: the audit tells them nothing of what others
 * decided there, whether anything was kept or not. @param viewer public id
 */
export function readAwaitedBy(db: Database, viewer: string): Promise<AwaitedFinding[]> {
  const sql = `WITH awaited AS (SELECT a.case_id, a.anchor, a.rule FROM review_sample_items a
      WHERE ${isAwaited} AND @viewer IS DISTINCT FROM (SELECT l.actor FROM disclosure_reviews l
        WHERE l.anchor = a.anchor AND l.rule = a.rule ORDER BY l.id DESC LIMIT 1))
    SELECT case_id AS caseId, rule FROM awaited
    UNION SELECT r.case_id, r.rule FROM awaited w
      JOIN disclosure_reviews r ON r.anchor = w.anchor AND r.rule = w.rule`;
  return db.read((connection) =>
    statement<[{ readonly viewer: string }], AwaitedFinding>(connection, sql).all({ viewer }),
  );
}
