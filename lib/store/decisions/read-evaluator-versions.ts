import { statement, type Database } from "../port";

/** The latest verdicts are a sample of all: a page must not wait for a scan of millions. */
const sampleSize = 2000;

/** An evaluator whose verdicts are stored; `version` is null where they were imported. */
export type EvaluatorVersion = { readonly evaluator: string; readonly version: number | null };

/** The evaluators that gave the latest verdicts, by name. */
export function readEvaluatorVersions(db: Database): Promise<readonly EvaluatorVersion[]> {
  const sql = `SELECT evaluator, version
    FROM (SELECT evaluator, version FROM scores ORDER BY id DESC LIMIT ?) AS newest
    GROUP BY evaluator, version ORDER BY evaluator, coalesce(version, -1)`;
  return db.read((connection) =>
    statement<[number], EvaluatorVersion>(connection, sql).all(sampleSize),
  );
}
