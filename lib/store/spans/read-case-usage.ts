import { readModelUsage, type UsageSpan } from "@/lib/domain/trace/model-usage";
import type { SpanRemainder } from "@/lib/domain/trace/trace";
import { tupleStatement, type Database } from "../database";
import { fromJson, type Json } from "../json";

type Row = readonly [
  traceId: string,
  spanId: string,
  parentSpanId: string | null,
  detail: Json<SpanRemainder>,
];

/** A case's spans with the tokens and the cost that each states. */
export function readCaseUsage(db: Database, caseId: string): Promise<readonly UsageSpan[]> {
  const sql = `SELECT t.trace_id, s.span_id, s.parent_span_id, s.detail
    FROM identities i JOIN spans s ON s.identity = i.id JOIN traces t ON t.id = s.trace
    WHERE i.case_id = ?`;
  return db.read((connection) =>
    tupleStatement<[string], Row>(connection, sql)
      .all(caseId)
      .map(([traceId, spanId, parentSpanId, detail]) => ({
        ...{ traceId, spanId, parentSpanId },
        ...readModelUsage(fromJson(detail).attributes),
      })),
  );
}
