import type { Scope } from "@/lib/domain/people/permission";
import type { ScoreSummary, ScoreTally, UnscoredReason } from "@/lib/domain/quality/score-summary";
import { statement, type Database } from "../port";
import { newestCases } from "../cases/newest-cases";

/**
 * Counts the verdicts about the newest cases within a scope.
 * @param weekOf the week of an instant
 */
export function readScoreSummary(
  db: Database,
  scope: Scope | null,
  weekOf: (instantUs: number) => number,
): Promise<ScoreSummary> {
  return db.read(async (connection) => {
    const { cases, isCut } = await newestCases(connection, scope);
    const keys = JSON.stringify(
      cases.map(({ id, openedUs }) => [id, openedUs === null ? null : weekOf(openedUs)]),
    );
    const tallies = await statement<[string], ScoreTally>(connection, tallySql).all(keys);
    const reasons = await statement<[string], UnscoredReason>(connection, reasonSql).all(keys);
    return { cases: cases.length, isCut, tallies, reasons };
  });
}

const tallySql = `SELECT s.evaluator, s.version, s.status, s.channel, CAST(k.value ->> '$[1]' AS bigint) AS week,
    CASE WHEN s.value >= 0.9 THEN 9 ELSE CAST(floor(s.value * 10) AS bigint) END AS bin, count(*) AS count, coalesce(sum(s.value), 0) AS sum
  FROM json_each(?) k JOIN scores s ON s.case_key = CAST(k.value ->> '$[0]' AS bigint)
  GROUP BY 1, 2, 3, 4, 5, 6`;

const reasonSql = `SELECT s.evaluator, s.version, s.because, count(*) AS count
  FROM json_each(?) k JOIN scores s ON s.case_key = CAST(k.value ->> '$[0]' AS bigint)
  WHERE s.status = 'not-scorable' GROUP BY 1, 2, 3 ORDER BY count DESC, 3`;
