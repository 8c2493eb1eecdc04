import type { JudgedQuote, JudgedVerdict, Judgement } from "@/lib/domain/quality/judgement";
import type { LabelAnchor } from "@/lib/domain/quality/label";
import { statement, type Database } from "../port";
import { fromJson, type Json } from "../json";

/** A judgement's target within its case, valid while the case has this revision. */
type TargetPlace = {
  readonly targetKind: "interaction" | "handoff" | "message";
  readonly targetOrdinal: number;
  readonly caseRevision: number;
};

type VerdictRow = {
  readonly status: JudgedVerdict["status"];
  readonly value: number | null;
  readonly because: string;
  readonly evidence: Json<readonly JudgedQuote[]>;
};

type Row = Omit<Judgement, "anchor" | "verdict"> &
  VerdictRow & { readonly anchor: Json<LabelAnchor> };

/** Stores a model's judgement; the same of the same target is stored once. */
export function putJudgement(
  db: Database,
  judgement: Judgement,
  place: TargetPlace,
): Promise<void> {
  const { verdict, anchor, ...plain } = judgement;
  const isScored = verdict.status === "scored";
  const row: Written = {
    ...plain,
    ...place,
    anchor: JSON.stringify(anchor),
    status: verdict.status,
    value: isScored ? verdict.value : null,
    because: verdict.because,
    evidence: JSON.stringify(isScored ? verdict.evidence : []),
  };
  return db.write(async (connection) => {
    await statement<[Written]>(connection, removeSql).run(row);
    await statement<[Written]>(connection, putSql).run(row);
  });
}

type Written = Readonly<Record<string, string | number | null>>;
const removeSql = `DELETE FROM judgements WHERE case_id = @caseId AND evaluator = @evaluator
  AND anchor = @anchor AND content_hash = @contentHash`;
const putSql = `INSERT INTO judgements (case_id, evaluator, rubric, model, anchor,
    words_hash, content_hash, status, value, because, evidence, created_us, target_kind,
    target_ordinal, case_mark)
  VALUES (@caseId, @evaluator, @rubric, @model, @anchor, @wordsHash, @contentHash, @status,
    @value, @because, @evidence, @atUs, @targetKind, @targetOrdinal, @caseRevision)`;

/** The stored answer to the same request, about any case. @returns null where there is none */
export function findAnswer(
  db: Database,
  contentHash: string,
): Promise<Pick<Judgement, "verdict" | "atUs"> | null> {
  const sql = `SELECT status, value, because, evidence, created_us AS atUs FROM judgements
    WHERE content_hash = ? ORDER BY id LIMIT 1`;
  return db.read(async (connection) => {
    type Found = VerdictRow & { readonly atUs: number };
    const row = await statement<[string], Found>(connection, sql).get(contentHash);
    return row === undefined ? null : { verdict: verdictOf(row), atUs: row.atUs };
  });
}

/** Models' judgements of a case. */
export function readJudgements(db: Database, caseId: string): Promise<readonly Judgement[]> {
  const sql = `SELECT case_id AS caseId, evaluator, rubric, model, anchor, words_hash AS wordsHash,
      content_hash AS contentHash, created_us AS atUs, status, value, because, evidence
    FROM judgements WHERE case_id = ? ORDER BY id`;
  return db.read(async (connection) =>
    (await statement<[string], Row>(connection, sql).all(caseId)).map(
      ({ anchor, status, value, because, evidence, ...plain }) => ({
        ...plain,
        anchor: fromJson(anchor),
        verdict: verdictOf({ status, value, because, evidence }),
      }),
    ),
  );
}

function verdictOf({ status, value, because, evidence }: VerdictRow): JudgedVerdict {
  return status === "scored"
    ? { status, value: value ?? 0, because, evidence: fromJson(evidence) }
    : { status, because };
}

/** A case whose current revision was not judged. */
export type UnjudgedCase = {
  readonly key: number;
  readonly caseId: string;
  readonly revision: number;
  readonly lastContactUs: number;
};

/**
 * The cases with the latest contacts that were not judged by all of `asked`.
 * @param asked the models and rubrics
 * @param before only those after it in this order; null: all
 */
export function listUnjudgedCases(
  db: Database,
  asked: string,
  before: UnjudgedCase | null,
  limit: number,
): Promise<readonly UnjudgedCase[]> {
  const sql = `SELECT c.id AS key, c.case_id AS caseId, c.changed AS revision, c.last_contact_us AS lastContactUs
    FROM cases c WHERE c.last_contact_us IS NOT NULL
      AND (CAST(@beforeKey AS bigint) IS NULL OR (c.last_contact_us, c.id) < (@beforeUs, @beforeKey))
      AND NOT EXISTS (SELECT 1 FROM judged_cases j
        WHERE j.case_id = c.case_id AND j.case_mark = c.changed AND j.asked = @asked)
    ORDER BY c.last_contact_us DESC, c.id DESC LIMIT @limit`;
  const from = { beforeKey: before?.key ?? null, beforeUs: before?.lastContactUs ?? null };
  return db.read((connection) =>
    statement<[Written], UnjudgedCase>(connection, sql).all({ asked, limit, ...from }),
  );
}

/** Records that a revision of a case was judged. */
export function noteJudged(
  db: Database,
  { caseId, revision }: Pick<UnjudgedCase, "caseId" | "revision">,
  asked: string,
): Promise<void> {
  const sql = `INSERT INTO judged_cases (case_id, case_mark, asked) VALUES (?, ?, ?)
    ON CONFLICT (case_id) DO UPDATE SET case_mark = excluded.case_mark, asked = excluded.asked`;
  return db.write(async (connection) => {
    await statement<[string, number, string]>(connection, sql).run(caseId, revision, asked);
  });
}
