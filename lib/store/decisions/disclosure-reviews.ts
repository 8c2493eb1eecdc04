import type { DisclosureReview, RuleReviews } from "@/lib/domain/quality/disclosure-review";
import { statement, type Database } from "../port";
import { nextRevision } from "../queue";
import { isWithheldFromViewerSql, isWithheldSql } from "./withheld-reviews";
import { insertRow } from "../insert-row";

type NewReview = Omit<DisclosureReview, "id">;
type Viewer = { readonly viewer: string };

/** Stores a decision, and marks its case as changed. @returns its key */
export function addReview(db: Database, review: NewReview): Promise<number> {
  return db.write(async (connection) => {
    const changed = await nextRevision(connection);
    const mark = "UPDATE cases SET changed = ? WHERE case_id = ?";
    await statement<[number, string]>(connection, mark).run(changed, review.caseId);
    const id = await insertRow(connection, insertSql, review);
    const hang = `UPDATE disclosures SET review_id = ? WHERE anchor = ? AND rule = ?
      AND case_key = (SELECT id FROM cases WHERE case_id = ?)`;
    const { anchor, rule, caseId } = review;
    await statement<[number, string, string, string]>(connection, hang).run(
      id,
      anchor,
      rule,
      caseId,
    );
    return id;
  });
}

const insertSql = `INSERT INTO disclosure_reviews (anchor, rule, version, status, case_id,
    decision, reason, actor, at_us)
  VALUES (@anchor, @rule, @version, @status, @caseId, @decision, @reason, @actor, @atUs)`;

/**
 * The decisions on a contact's finding of a rule, the latest first.
 * @param viewer public id of who sees them: what others judged waits for a second review that was asked for
 */
export function readReviews(
  db: Database,
  { anchor, rule }: Pick<DisclosureReview, "anchor" | "rule">,
  viewer: string,
): Promise<DisclosureReview[]> {
  const sql = `SELECT ${columns} FROM disclosure_reviews r
    WHERE anchor = @anchor AND rule = @rule AND NOT ${isWithheldFromViewerSql("r")}
    ORDER BY id DESC`;
  const named = { anchor, rule, viewer };
  return db.read((connection) =>
    statement<[typeof named], DisclosureReview>(connection, sql).all(named),
  );
}

const columns = `r.id, r.anchor, r.rule, r.version, r.status, r.case_id AS caseId, r.decision,
  r.reason, r.actor, r.at_us AS atUs`;

/** Decisions whose finding is gone: how many, and the latest of them. */
export type DetachedReviews = {
  readonly total: number;
  readonly latest: readonly DisclosureReview[];
};

/**
 * The latest decisions on findings that are no longer there.
 * @param most how many to read
 * @param viewer as of `readReviews`
 */
export function readDetachedReviews(
  db: Database,
  most: number,
  viewer: string,
): Promise<DetachedReviews> {
  const sql = `FROM disclosure_reviews r
    WHERE r.id NOT IN (SELECT review_id FROM disclosures WHERE review_id IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM disclosure_reviews later
        WHERE later.anchor = r.anchor AND later.rule = r.rule AND later.id > r.id)
      AND NOT ${isWithheldFromViewerSql("r")}`;
  const count = `SELECT count(*) AS total ${sql}`;
  const list = `SELECT ${columns} ${sql} ORDER BY r.id DESC LIMIT @most`;
  return db.read(async (connection) => ({
    total:
      (await statement<[Viewer], { total: number }>(connection, count).get({ viewer }))?.total ?? 0,
    latest: await statement<[Viewer & { readonly most: number }], DisclosureReview>(
      connection,
      list,
    ).all({ viewer, most }),
  }));
}

/** How right a version of a rule was in the eyes of reviewers. What is withheld from anybody is left out. */
export function readRuleReviews(
  db: Database,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<RuleReviews> {
  const sql = `SELECT r.status = 'given' AS isGiven, r.decision = 'confirmed' AS isRight,
      EXISTS (SELECT 1 FROM review_sample_items i
        WHERE i.anchor = r.anchor AND i.rule = r.rule AND i.part = 'random') AS isRandom,
      count(*) AS count
    FROM disclosure_reviews r
    WHERE rule = ? AND version = ? AND decision IN ('confirmed', 'overturned')
      AND status <> 'not_evaluable' AND NOT ${isWithheldSql("r")}
      AND NOT EXISTS (SELECT 1 FROM disclosure_reviews later
        WHERE later.anchor = r.anchor AND later.rule = r.rule AND later.id > r.id)
    GROUP BY 1, 2, 3`;
  type Row = Readonly<Record<"isGiven" | "isRight" | "isRandom" | "count", number>>;
  return db.read(async (connection) => {
    const rows = await statement<[string, number], Row>(connection, sql).all(id, version);
    const share = (isOf: (row: Row) => boolean, isHit: (row: Row) => boolean) => {
      const of = rows.filter(isOf);
      const sum = (some: readonly Row[]) => some.reduce((all, { count }) => all + count, 0);
      return { hits: sum(of.filter(isHit)), of: sum(of) };
    };
    const isRight = (row: Row) => row.isRight === 1;
    return {
      notGiven: share(({ isGiven }) => isGiven === 0, isRight),
      given: share(({ isGiven }) => isGiven === 1, isRight),
      violations: share(
        (row) => row.isRandom === 1 && row.isGiven !== row.isRight,
        ({ isGiven }) => isGiven === 0,
      ),
    };
  });
}
