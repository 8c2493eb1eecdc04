import type { Override } from "@/lib/domain/case/override";
import { statement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { mapInOrder } from "@/lib/domain/in-order";

/** A span of a trace with the case that it belongs to now. */
export type PlacedSpan = {
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly caseId: string | null;
};

/** A trace with all inputs of its spans' assignment. */
export type PlacedTrace = {
  readonly traceId: string;
  readonly spans: readonly PlacedSpan[];
  /** The decisions about its spans, oldest first. */
  readonly overrides: readonly Extract<Override, { kind: "reassign" }>[];
};

/** The traces as stored; missing ones are left out. Log events follow their spans, and stand for them where none came. */
export function readPlacedTraces(
  db: Database,
  traceIds: readonly string[],
): Promise<PlacedTrace[]> {
  return db.read(async (connection) => {
    const placed = await mapInOrder(traceIds, (traceId) => placedTrace(connection, traceId));
    return placed.filter((trace) => trace !== null);
  });
}

async function placedTrace(connection: Connection, traceId: string): Promise<PlacedTrace | null> {
  const spansSql = `SELECT s.span_id AS spanId, s.parent_span_id AS parentSpanId, i.case_id AS caseId
    FROM traces t JOIN spans s ON s.trace = t.id LEFT JOIN identities i ON i.id = s.identity
    WHERE t.trace_id = ? AND (s.part <> 'event' OR NOT EXISTS
      (SELECT 1 FROM spans p WHERE p.trace = t.id AND p.part <> 'event'))
    ORDER BY s.span_id`;
  const spans = await statement<[string], PlacedSpan>(connection, spansSql).all(traceId);
  if (spans.length === 0) return null;
  const sql = `SELECT body FROM overrides WHERE kind = 'reassign' AND body ->> '$.traceId' = ?
    ORDER BY id`;
  type Reassign = PlacedTrace["overrides"][number];
  const overrides = await statement<[string], { body: Json<Reassign> }>(connection, sql).all(
    traceId,
  );
  return { traceId, spans, overrides: overrides.map(({ body }) => fromJson(body)) };
}

/** The size of a case. */
export type CaseReach = {
  readonly traces: number;
  readonly spans: number;
  readonly messages: number;
  readonly mergedInto: string | null;
};

/** @returns null where there is no such case */
export function readCaseReach(db: Database, caseId: string): Promise<CaseReach | null> {
  const sql = "SELECT spans, messages, merged_into AS mergedInto FROM cases WHERE case_id = ?";
  const tracesSql = `SELECT count(DISTINCT s.trace) AS traces
    FROM identities i JOIN spans s ON s.identity = i.id WHERE i.case_id = ?`;
  type Traces = Pick<CaseReach, "traces">;
  return db.read(async (connection) => {
    const row = await statement<[string], Omit<CaseReach, "traces">>(connection, sql).get(caseId);
    if (row === undefined) return null;
    const { traces = 0 } =
      (await statement<[string], Traces>(connection, tracesSql).get(caseId)) ?? {};
    return { ...row, traces };
  });
}

/** Whether a queued entry may change a case: the case itself, its customer, or a trace that has spans of it. */
export function isCaseWaiting(db: Database, caseId: string): Promise<boolean> {
  const sql = `SELECT EXISTS (SELECT 1 FROM queue WHERE stage IN ('case', 'rules') AND key = @caseId
      AND failure IS NULL)
    OR EXISTS (SELECT 1 FROM cases c JOIN queue q ON q.stage = 'customer' AND q.key = c.customer_id
        AND q.failure IS NULL
      WHERE c.case_id = @caseId)
    OR (EXISTS (SELECT 1 FROM queue WHERE stage = 'trace' AND failure IS NULL) AND
      EXISTS (SELECT 1 FROM identities i JOIN spans s ON s.identity = i.id
        JOIN queue q ON q.stage = 'trace' AND q.key = CAST(s.trace AS TEXT) AND q.failure IS NULL
        WHERE i.case_id = @caseId)) AS isWaiting`;
  return db.read(
    async (connection) =>
      (
        await statement<[{ readonly caseId: string }], { isWaiting: number }>(connection, sql).get({
          caseId,
        })
      )?.isWaiting === 1,
  );
}
