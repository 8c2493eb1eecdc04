import { readSpanFailure } from "@/lib/domain/trace/span-failure";
import { spanKey, type SpanKey } from "@/lib/domain/trace/span";
import type { SpanRemainder } from "@/lib/domain/trace/trace";
import { tupleStatement, type Database } from "../port";
import { fromJson, type Json } from "../json";

/** A call of a model that failed. */
export type ModelError = {
  readonly span: SpanKey;
  /** Its beginning, microseconds since 1970. */
  readonly atUs: number;
  readonly model: string | null;
  /** What the span says of it; null: nothing. */
  readonly because: string | null;
};

/** The calls of models that failed in a case, by time; of more than the limit the first. */
export function readModelErrors(
  db: Database,
  caseId: string,
  limit: number,
): Promise<readonly ModelError[]> {
  const sql = `SELECT t.trace_id, s.span_id, s.start_us, s.model, s.detail
    FROM identities i JOIN spans s ON s.identity = i.id JOIN traces t ON t.id = s.trace
    WHERE i.case_id = ? AND s.kind = 'llm' AND s.status = 'error'
    ORDER BY s.start_us, s.id LIMIT ?`;
  type Row = [string, string, number, string | null, Json<SpanRemainder>];
  return db.read(async (connection) =>
    (await tupleStatement<[string, number], Row>(connection, sql).all(caseId, limit)).map(
      ([traceId, spanId, atUs, model, detail]) => ({
        ...{ span: spanKey({ traceId, spanId }), atUs, model },
        because: readSpanFailure(fromJson(detail)),
      }),
    ),
  );
}
