import type { ScorePair, ScorePlace } from "@/lib/domain/quality/comparison";
import type { Scope } from "@/lib/domain/people/permission";
import { statement, type Database } from "../port";
import { newestCases } from "../cases/newest-cases";

type Pair = ScorePair & ScorePlace & { readonly version: number };
export type ImportedPair = Pair & { readonly name: string };
export type ModelPair = Pair & { readonly model: string; readonly rubric: number };

/**
 * The targets in the newest cases within a scope that have a score of ours and one of another source; of several from
 * one source the last.
 */
export function readScorePairs(
  db: Database,
  scope: Scope | null,
  evaluator: string,
): Promise<{ readonly imported: readonly ImportedPair[]; readonly models: readonly ModelPair[] }> {
  return db.read(async (connection) => {
    const { cases } = await newestCases(connection, scope);
    const keys = JSON.stringify(cases.map(({ id }) => id));
    return {
      imported: await statement<[string, string], ImportedPair>(connection, importedSql).all(
        keys,
        evaluator,
      ),
      models: await statement<[string, string], ModelPair>(connection, modelsSql).all(
        keys,
        evaluator,
      ),
    };
  });
}

/** Of several scores or judgements the last counts. */
const pairColumns = "caseId, kind, ordinal, version, ours, theirs";
const placeSql = `c.case_id AS caseId, o.target_kind AS kind, o.target_ordinal AS ordinal, o.version,
    o.value AS ours`;
const ownSql = `FROM json_each(?) k JOIN cases c ON c.id = CAST(k.value AS bigint)
  JOIN scores o ON o.case_key = c.id AND o.evaluator = ? AND o.version IS NOT NULL AND o.status = 'scored'`;

/** Scores of a contact are paired with ours of it, or of the handoff into it; those of a span with its message's. */
const importedSql = `SELECT ${pairColumns}, name FROM (SELECT ${placeSql}, o.id, i.evaluator AS name, i.value AS theirs,
    row_number() OVER (PARTITION BY o.id, i.evaluator ORDER BY i.id DESC) AS nth
  ${ownSql}
  JOIN scores i ON i.case_key = c.id AND i.version IS NULL AND i.status = 'scored'
    AND CASE o.target_kind
      WHEN 'case' THEN i.target_kind = 'case'
      WHEN 'message' THEN i.target_kind = 'span' AND EXISTS (
        SELECT 1 FROM messages m, json_each(m.body, '$.spans') s
        WHERE m.case_key = c.id AND m.ordinal = o.target_ordinal AND s.value = i.target_span)
      WHEN 'span' THEN i.target_span = o.target_span
      ELSE i.target_kind = 'interaction' AND i.interaction = o.interaction END) AS pairs
  WHERE nth = 1 ORDER BY id, name`;

/** A judgement counts while its case has the revision that was judged. */
const modelsSql = `SELECT ${pairColumns}, model, rubric FROM (SELECT ${placeSql}, o.id, j.model, j.rubric, j.value AS theirs,
    row_number() OVER (PARTITION BY o.id, j.model, j.rubric ORDER BY j.id DESC) AS nth
  ${ownSql}
  JOIN judgements j ON j.case_id = c.case_id AND j.evaluator = o.evaluator AND j.case_mark = c.changed
    AND j.target_kind = o.target_kind AND j.target_ordinal = o.target_ordinal AND j.status = 'scored') AS pairs
  WHERE nth = 1 ORDER BY id, model, rubric`;
