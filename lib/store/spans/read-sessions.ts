import type { SpanKey } from "@/lib/domain/trace/span";
import { tupleStatement, type Database } from "../port";
import { flatMapInOrder } from "@/lib/domain/in-order";

/** The session ids of some spans, by span; those of a span without one are left out. */
export function readSessions(
  db: Database,
  spans: readonly SpanKey[],
): Promise<ReadonlyMap<SpanKey, string>> {
  const sql = `SELECT i.body ->> '$.session.value'
    FROM traces t JOIN spans s ON s.trace = t.id JOIN identities i ON i.id = s.identity
    WHERE t.trace_id = ? AND s.span_id = ?`;
  return db.read(async (connection) => {
    const find = tupleStatement<[string, string], [session: string | null]>(connection, sql);
    return new Map(
      await flatMapInOrder(spans, async (span) => {
        const [traceId = "", spanId = ""] = span.split("/");
        const session = (await find.get(traceId, spanId))?.[0] ?? null;
        return session === null ? [] : [[span, session] as const];
      }),
    );
  });
}
