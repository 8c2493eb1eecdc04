import type { Connection } from "@/db/connect";
import type { Score } from "@/lib/domain/case";
import type { SpanKey } from "@/lib/domain/span";
import { statement } from "./database";
import { scoreColumns, scoreOf, type ScoreRow } from "./score-rows";

/**
 * What its case says of a span: the first message read from it, and the scores given to either.
 * @param caseId the case the span belongs to, or null
 */
export function readSpanScores(
  connection: Connection,
  caseId: string | null,
  span: SpanKey,
): { readonly message: number | null; readonly scores: readonly Score[] } {
  const caseKey = caseId === null ? null : findCase(connection, caseId);
  if (caseKey === null) return { message: null, scores: [] };
  const message = findMessage(connection, caseKey, span);
  const sql = `SELECT ${scoreColumns} FROM scores WHERE case_key = ?
      AND (target_span = ? OR (target_kind = 'message' AND target_ordinal = ?)) ORDER BY id`;
  const scores = statement<[number, string, number | null], ScoreRow>(connection, sql)
    .all(caseKey, span, message)
    .map(scoreOf);
  return { message, scores };
}

function findCase(connection: Connection, caseId: string): number | null {
  const sql = "SELECT id FROM cases WHERE case_id = ?";
  return statement<[string], { id: number }>(connection, sql).get(caseId)?.id ?? null;
}

/** A message's body names its spans as JSON strings. */
function findMessage(connection: Connection, caseKey: number, span: SpanKey): number | null {
  const sql = `SELECT ordinal FROM messages WHERE case_key = ? AND instr(body, ?) > 0
    ORDER BY ordinal LIMIT 1`;
  const found = statement<[number, string], { ordinal: number }>(connection, sql);
  return found.get(caseKey, JSON.stringify(span))?.ordinal ?? null;
}
