import type { ReviewDecision } from "@/lib/domain/quality/disclosure-review";
import {
  tallySample,
  type NewSample,
  type ReviewSample,
  type SampledFinding,
  type SampleItem,
  type SampleTally,
  type SecondReview,
  type TalliedFinding,
} from "@/lib/domain/quality/review-sample";
import { statement, type Connection, type Database } from "../port";
import { nextRevision } from "../queue";
import { spanOfAnchorSql, traceOfAnchorSql } from "./anchor-sql";
import { isWithheldFromViewerSql, pendingSql } from "./withheld-reviews";
import { insertRow } from "../insert-row";

type Draw = Pick<ReviewSample, "drawnUs" | "drawnBy">;

/** Stores a sample. @returns its key */
export function addSample(
  db: Database,
  sample: NewSample,
  { drawnUs, drawnBy }: Draw,
): Promise<number> {
  return db.write(async (connection) => {
    const { seed, filter, population, items } = sample;
    const sql = `INSERT INTO review_samples (seed, filter, population, drawn_us, drawn_by)
      VALUES (@seed, @filter, @population, @drawnUs, @drawnBy)`;
    const row = { seed, filter, population, drawnUs, drawnBy };
    const id = await insertRow(connection, sql, row);
    type Item = Omit<SampleItem, "isSecond"> & Record<"sample" | "position" | "isSecond", number>;
    const insert = statement<[Item]>(connection, insertItem);
    for (const [position, item] of items.entries())
      await insert.run({ ...item, isSecond: Number(item.isSecond), sample: id, position });
    // What was decided on them is withheld from now on.
    const mark = `UPDATE cases SET changed = ? WHERE case_id IN
      (SELECT case_id FROM review_sample_items WHERE sample = ? AND is_second = 1)`;
    await statement<[number, number]>(connection, mark).run(await nextRevision(connection), id);
    return id;
  });
}

const insertItem = `INSERT INTO review_sample_items
    (sample, position, part, case_id, anchor, rule, version, status, channel, at_us,
    is_second)
  VALUES (@sample, @position, @part, @caseId, @anchor, @rule, @version, @status, @channel, @atUs,
    @isSecond)`;

const sampleColumns = "id, seed, filter, population, drawn_us AS drawnUs, drawn_by AS drawnBy";

/** The latest samples, the latest first. */
export function readSamples(db: Database, most: number): Promise<ReviewSample[]> {
  const sql = `SELECT ${sampleColumns} FROM review_samples ORDER BY id DESC LIMIT ?`;
  return db.read((connection) => statement<[number], ReviewSample>(connection, sql).all(most));
}

/** What the latest samples say by now, by sample. @param viewer see `readSample` */
export function readTallies(
  db: Database,
  most: number,
  viewer: string,
): Promise<ReadonlyMap<number, SampleTally>> {
  const sql = `WITH ${withFindings(latestSamples)}
    SELECT i.sample, i.part, i.status, i.version, r.decision, r.status AS reviewStatus,
      r.version AS reviewVersion, ${isWithheldFromViewerSql("r")} AS isWithheld,
      (NOT ${isReviewed} AND NOT ${existsSql}) AS isGone, count(*) AS count
    FROM review_sample_items i ${secondReview} ${latestReview}
    WHERE i.${latestSamples}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`;
  type Row = Pick<SampledFinding, "part" | "status" | "version"> & {
    readonly sample: number;
    readonly count: number;
    readonly isWithheld: number;
    readonly isGone: number;
    readonly decision: ReviewDecision | null;
    readonly reviewStatus: SampledFinding["status"];
    readonly reviewVersion: number;
  };
  return db.read(async (connection) => {
    const rows = await statement<[{ readonly most: number; readonly viewer: string }], Row>(
      connection,
      sql,
    ).all({ most, viewer });
    const found = new Map<number, TalliedFinding[]>();
    for (const { sample, decision, reviewStatus, reviewVersion, ...row } of rows) {
      const isWithheld = row.isWithheld === 1;
      const isGone = row.isGone === 1;
      const isShown = decision !== null && !isWithheld && !isGone;
      const review = isShown ? { decision, status: reviewStatus, version: reviewVersion } : null;
      found.set(sample, [...(found.get(sample) ?? []), { ...row, review, isWithheld, isGone }]);
    }
    return new Map([...found].map(([sample, items]) => [sample, tallySample(items)]));
  });
}

const latestSamples = "sample IN (SELECT id FROM review_samples ORDER BY id DESC LIMIT @most)";

/** Of an item of a sample, with the alias `i`: the second review of it. */
const secondReview = `LEFT JOIN second_reviews s
  ON s.sample = i.sample AND s.position = i.position`;

const secondColumns = `s.decision AS secondDecision, s.status AS secondStatus,
  s.version AS secondVersion, s.reason AS secondReason, s.actor AS secondActor, s.at_us AS secondUs`;

/** Its columns; all are null where there is none. */
type SecondColumns = {
  readonly secondDecision: SecondReview["decision"] | null;
  readonly secondStatus: SecondReview["status"];
  readonly secondVersion: number;
  readonly secondReason: string;
  readonly secondActor: string;
  readonly secondUs: number;
};

function secondOf(row: SecondColumns): SecondReview | null {
  if (row.secondDecision === null) return null;
  return {
    decision: row.secondDecision,
    status: row.secondStatus,
    version: row.secondVersion,
    reason: row.secondReason,
    actor: row.secondActor,
    atUs: row.secondUs,
  };
}

/** Of an item of a sample, with the alias `i`: the latest decision on it. */
const latestReview = `LEFT JOIN disclosure_reviews r ON r.id =
  (SELECT max(id) FROM disclosure_reviews d WHERE d.anchor = i.anchor AND d.rule = i.rule)`;

/** Whether an item is decided, by two people where that is asked for; it stays so when the finding is gone. */
const isReviewed = `coalesce(r.decision NOT IN (${pendingSql})
  AND (i.is_second = 0 OR s.actor <> r.actor), false)`;

/**
 * SQL: the tables of `existsSql`, each of rows of one kind of machines: the cases of the spans that items hang on, and
 * the findings of these cases and of those in which the items were drawn.
 * @param which a condition on `review_sample_items`
 */
function withFindings(which: string): string {
  const items = (column: string) => `SELECT ${column} FROM review_sample_items WHERE ${which}`;
  return `placed AS MATERIALIZED (SELECT t.trace_id || '/' || p.span_id AS anchor, n.case_id
      FROM traces t JOIN spans p ON p.trace = t.id JOIN identities n ON n.id = p.identity
      WHERE t.trace_id IN (${items(traceOfAnchorSql("anchor"))})
        AND p.span_id IN (${items(spanOfAnchorSql("anchor"))})),
    found AS MATERIALIZED (SELECT c.case_id, d.anchor, d.rule
      FROM cases c JOIN disclosures d ON d.case_key = c.id
      WHERE c.case_id IN (${items("case_id")} UNION SELECT case_id FROM placed))`;
}

/**
 * Whether the finding of an item still exists: in the case in which it was drawn, or in the one to which the span that
 * it hangs on belongs by now.
 */
const existsSql = `(coalesce(r.id IN (SELECT review_id FROM disclosures WHERE review_id IS NOT NULL), false)
  OR (i.case_id, i.anchor, i.rule) IN (SELECT case_id, anchor, rule FROM found)
  OR (i.anchor, i.rule) IN (SELECT f.anchor, f.rule
    FROM found f JOIN placed p ON p.anchor = f.anchor AND p.case_id = f.case_id))`;

/** SQL: the case of the span that an anchor names; null: it names none, or none that is stored. */
function caseOfAnchor(anchor: string): string {
  return `(SELECT n.case_id FROM traces t JOIN spans p ON p.trace = t.id JOIN identities n ON n.id = p.identity
    WHERE t.trace_id = ${traceOfAnchorSql(anchor)} AND p.span_id = ${spanOfAnchorSql(anchor)})`;
}

/**
 * A sample with its findings, in the order in which they were drawn.
 * @param viewer public id of who sees it; null: nothing is withheld
 * @returns null where there is no such sample
 */
export function readSample(
  db: Database,
  id: number,
  viewer: string | null,
): Promise<{ readonly sample: ReviewSample; readonly items: readonly SampledFinding[] } | null> {
  const sql = `SELECT ${sampleColumns} FROM review_samples WHERE id = ?`;
  return db.read(async (connection) => {
    const sample = await statement<[number], ReviewSample>(connection, sql).get(id);
    return sample === undefined
      ? null
      : { sample, items: await sampledFindings(connection, id, viewer) };
  });
}

/** The findings of a sample, each with the latest decision on it. @param viewer see `readSample` */
export async function sampledFindings(
  connection: Connection,
  sample: number,
  viewer: string | null = null,
): Promise<SampledFinding[]> {
  const sql = `WITH ${withFindings("sample = @sample")}
    SELECT i.position, i.part, i.case_id AS caseId, i.anchor, i.rule, i.version, i.status,
      i.channel, i.at_us AS atUs, r.id AS reviewId, r.decision, r.status AS reviewStatus,
      r.version AS reviewVersion, r.actor AS reviewActor, i.is_second AS isSecond,
      ${isWithheldFromViewerSql("r")} AS isWithheld, NOT ${existsSql} AS isGone,
      ${secondColumns}
    FROM review_sample_items i ${secondReview} ${latestReview}
    WHERE i.sample = @sample ORDER BY i.position`;
  type Review = NonNullable<SampledFinding["review"]>;
  type Flag = "isSecond" | "isWithheld" | "isGone";
  type Row = Omit<SampledFinding, "review" | "second" | Flag> &
    Readonly<Record<Flag, number>> &
    SecondColumns &
    Pick<Review, "decision"> & {
      readonly reviewActor: string;
      readonly reviewId: number | null;
      readonly reviewStatus: Review["status"];
      readonly reviewVersion: number;
    };
  type Parameters = { readonly sample: number; readonly viewer: string | null };
  return (await statement<[Parameters], Row>(connection, sql).all({ sample, viewer })).map(
    (row) => ({
      ...{ position: row.position, part: row.part, caseId: row.caseId, anchor: row.anchor },
      ...{ rule: row.rule, version: row.version, status: row.status },
      ...{ channel: row.channel, atUs: row.atUs },
      isSecond: row.isSecond === 1,
      isWithheld: row.isWithheld === 1,
      isGone: row.isGone === 1,
      second: secondOf(row),
      review:
        row.reviewId === null || row.isWithheld === 1
          ? null
          : {
              ...{ id: row.reviewId, decision: row.decision, status: row.reviewStatus },
              ...{ version: row.reviewVersion, actor: row.reviewActor },
            },
    }),
  );
}

/**
 * How many findings of each of the latest samples somebody can review the second time, by the sample's key, the latest
 * first; samples without any are left out. Agrees with `isForSecond`.
 * @param most how many samples are looked through
 * @param viewer public id of the second reviewer
 */
export function countForSecond(
  db: Database,
  most: number,
  viewer: string,
): Promise<{ readonly id: number; readonly findings: number }[]> {
  const sql = `WITH ${withFindings(latestSamples)}
    SELECT i.sample AS id, count(*) AS findings
    FROM review_sample_items i ${secondReview} ${latestReview}
    WHERE i.${latestSamples}
      AND i.is_second = 1 AND s.id IS NULL AND r.actor IS DISTINCT FROM @viewer AND ${existsSql}
    GROUP BY i.sample ORDER BY i.sample DESC`;
  type Row = { readonly id: number; readonly findings: number };
  return db.read((connection) =>
    statement<[{ readonly most: number; readonly viewer: string }], Row>(connection, sql).all({
      ...{ most, viewer },
    }),
  );
}

/** Where the finding of a sample is now. @returns null where it is gone */
export function findSampled(
  db: Database,
  { anchor, rule, caseId }: Pick<SampledFinding, "anchor" | "rule" | "caseId">,
): Promise<{ readonly caseId: string; readonly ordinal: number } | null> {
  const sql = `SELECT c.case_id AS caseId, d.ordinal FROM disclosures d
    JOIN cases c ON c.id = d.case_key`;
  type Place = { readonly caseId: string; readonly ordinal: number };
  return db.read(async (connection) => {
    const reviewed = `${sql} WHERE d.review_id =
      (SELECT max(id) FROM disclosure_reviews r WHERE r.anchor = ? AND r.rule = ?)`;
    const own = `${sql} WHERE c.case_id IN (@caseId, ${caseOfAnchor("@anchor")})
      AND d.anchor = @anchor AND d.rule = @rule`;
    const named = { anchor, rule, caseId };
    return (
      (await statement<[string, string], Place>(connection, reviewed).get(anchor, rule)) ??
      (await statement<[typeof named], Place>(connection, own).get(named)) ??
      null
    );
  });
}
