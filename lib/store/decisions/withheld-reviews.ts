import type { DisclosureReview } from "@/lib/domain/quality/disclosure-review";
import type { AuditAction, AuditRow } from "@/lib/domain/people/audit";
import { z } from "zod";
import { statement, type Database } from "../database";

/**
 * SQL: whether a decision is kept back, because a sample asks for a second review of its finding that nobody has made.
 * What only asks somebody else is no judgement, and they have to know of it.
 * @param review alias of `disclosure_reviews`
 */
export function isWithheldSql(review: string): string {
  return `(${review}.decision NOT IN ('second_opinion', 'escalated') AND EXISTS (
    SELECT 1 FROM review_sample_items a WHERE a.anchor = ${review}.anchor AND a.rule = ${review}.rule
      AND ${isAwaited}))`;
}

/** Of an item of a sample, with the alias `a`. Nothing is awaited any more once the sample is signed off. */
const isAwaited = `a.is_second AND NOT EXISTS (SELECT 1 FROM second_reviews b
    WHERE b.sample = a.sample AND b.position = a.position)
  AND NOT EXISTS (SELECT 1 FROM sign_offs f WHERE f.sample = a.sample)`;

/**
 * SQL: the same for `@viewer`, who sees their own decisions; null sees all.
 * @param review alias of `disclosure_reviews`
 */
export function isWithheldFromViewerSql(review: string): string {
  return `coalesce(${review}.actor <> @viewer AND ${isWithheldSql(review)}, 0)`;
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
    (connection) => statement<[string, string], Place>(connection, sql).get(anchor, rule) ?? null,
  );
}

const decisionAction: AuditAction = "finding-reviewed";
const decidedSchema = z.object({ rule: z.string() });

/** A case and a rule, as the audit names what was decided on. */
type Decided = Pick<DisclosureReview, "caseId" | "rule">;

/** Whether a row of the audit has a decision that is withheld. */
export type IsWithheldRow = (
  row: Pick<AuditRow, "action" | "actor" | "target" | "after">,
) => boolean;

/** Finds the decisions of others that a viewer may not see yet, in rows of the audit. @param viewer public id */
export async function readWithheldRows(db: Database, viewer: string): Promise<IsWithheldRow> {
  const sql = `SELECT DISTINCT r.case_id AS caseId, r.rule FROM review_sample_items a
    JOIN disclosure_reviews r ON r.anchor = a.anchor AND r.rule = a.rule
    WHERE ${isAwaited} AND ${isWithheldFromViewerSql("r")}`;
  const found = await db.read((connection) =>
    statement<[{ readonly viewer: string }], Decided>(connection, sql).all({ viewer }),
  );
  const keys = new Set(found.map(({ caseId, rule }) => JSON.stringify([caseId, rule])));
  return ({ action, actor, target, after }) => {
    if (action !== decisionAction || actor === viewer || keys.size === 0) return false;
    const decided = decidedSchema.safeParse(JSON.parse(after ?? "null"));
    return decided.success && keys.has(JSON.stringify([target, decided.data.rule]));
  };
}
