import { statement, type Database } from "../port";

/** A score of ours in a case. */
export type CaseScore = {
  readonly evaluator: string;
  readonly version: number;
  readonly value: number;
  /** The ordinal of the interaction that it is about; null: the whole case. */
  readonly interaction: number | null;
};

/**
 * The scores of some evaluators in a case, in order. Imported ones and those of spans are left out: no list is
 * filtered by them.
 */
export function readCaseScores(
  db: Database,
  caseId: string,
  evaluators: readonly string[],
): Promise<readonly CaseScore[]> {
  const sql = `SELECT s.evaluator, s.version, s.value, s.interaction
    FROM cases c JOIN scores s ON s.case_key = c.id
    WHERE c.case_id = ? AND s.status = 'scored' AND s.version IS NOT NULL AND s.target_kind <> 'span'
      AND s.evaluator IN (SELECT value FROM json_each(?)) ORDER BY s.id`;
  return db.read((connection) =>
    statement<[string, string], CaseScore>(connection, sql).all(caseId, JSON.stringify(evaluators)),
  );
}
