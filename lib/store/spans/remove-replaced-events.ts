import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { statement, type Connection } from "../port";
import { mapInOrder } from "@/lib/domain/in-order";
import { tablesOfSpans } from "./remove-data";

/**
 * Removes other events of that name and instant of the same span, which an earlier ingest brought: another version of
 * an event has another id.
 * @returns for each its case
 */
export async function removeReplacedEvents(
  connection: Connection,
  { trace, batch }: { readonly trace: number; readonly batch: number },
  { parentSpanId, spanId, name, startUs }: StorableSpan,
): Promise<readonly (string | null)[]> {
  const sql = `SELECT s.id, i.case_id AS caseId FROM spans s LEFT JOIN identities i ON i.id = s.identity
    WHERE s.trace = ? AND s.part = 'event' AND s.parent_span_id = ? AND s.name = ? AND s.start_us = ?
      AND s.span_id <> ? AND s.batch IS DISTINCT FROM ?`;
  const given = [trace, parentSpanId, name, startUs, spanId, batch];
  type Row = { readonly id: number; readonly caseId: string | null };
  return mapInOrder(
    await statement<(string | number | null)[], Row>(connection, sql).all(...given),
    async ({ id, caseId }) => {
      for (const table of tablesOfSpans) {
        await statement<[number]>(connection, `DELETE FROM ${table} WHERE span = ?`).run(id);
      }
      await statement<[number]>(connection, "DELETE FROM spans WHERE id = ?").run(id);
      return caseId;
    },
  );
}
