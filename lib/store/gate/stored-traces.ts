import { replayErrorKey } from "@/lib/domain/gate/replay";
import { statement, type Database } from "../port";
import { fromJson, type Json } from "../json";

/** The cases that stored spans of these traces belong to; traces of which none is stored are left out. */
export function readCasesOfTraces(
  db: Database,
  traceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly (string | null)[]>> {
  const sql = `SELECT t.trace_id AS traceId, json_group_array(DISTINCT i.case_id) AS cases
    FROM json_each(?) AS given JOIN traces t ON t.trace_id = given.value
      JOIN spans s ON s.trace = t.id LEFT JOIN identities i ON i.id = s.identity
    GROUP BY t.id`;
  type Row = { readonly traceId: string; readonly cases: Json<(string | null)[]> };
  return db.read(async (connection) => {
    const rows = await statement<[string], Row>(connection, sql).all(JSON.stringify(traceIds));
    return new Map(rows.map(({ traceId, cases }) => [traceId, fromJson(cases)]));
  });
}

/** Why a replay's spans say that it failed, each reason once. */
export function readReplayErrors(db: Database, caseId: string): Promise<readonly string[]> {
  const sql = `SELECT DISTINCT s.detail ->> @path AS error FROM identities i
      JOIN spans s ON s.identity = i.id
    WHERE i.case_id = @caseId AND s.status = 'error' AND s.detail ->> @path IS NOT NULL`;
  const given = { caseId, path: `$.attributes."${replayErrorKey}"` };
  return db.read(async (connection) =>
    (await statement<[typeof given], { error: string | number }>(connection, sql).all(given)).map(
      ({ error }) => String(error),
    ),
  );
}
