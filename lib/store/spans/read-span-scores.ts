import type { Score } from "@/lib/domain/case/case";
import type { SpanKey } from "@/lib/domain/trace/span";
import { statement, type Connection } from "../port";
import { scoreColumns, scoreOf, type ScoreRow } from "../cases/score-rows";

/**
 * The message of a span in its case, else the first message that names it, and the scores of either or that quote the
 * message.
 * @param caseId the case the span belongs to, or null
 */
export async function readSpanScores(
  connection: Connection,
  caseId: string | null,
  span: SpanKey,
): Promise<{
  readonly message: number | null;
  readonly messageText: string | null;
  readonly scores: readonly Score[];
}> {
  const caseKey = caseId === null ? null : await findCase(connection, caseId);
  if (caseKey === null) return { message: null, messageText: null, scores: [] };
  const found = await findMessage(connection, caseKey, span);
  const message = found?.ordinal ?? null;
  const sql = `SELECT ${scoreColumns} FROM scores WHERE case_key = ?
      AND (target_span = ? OR (target_kind = 'message' AND target_ordinal = ?)
        OR EXISTS (SELECT 1 FROM json_each(evidence) WHERE value ->> '$.message' = ?)) ORDER BY id`;
  const scores = (
    await statement<[number, string, number | null, number | null], ScoreRow>(connection, sql).all(
      caseKey,
      span,
      message,
      message,
    )
  ).map(scoreOf);
  return { message, messageText: found?.text ?? null, scores };
}

async function findCase(connection: Connection, caseId: string): Promise<number | null> {
  const sql = "SELECT id FROM cases WHERE case_id = ?";
  return (await statement<[string], { id: number }>(connection, sql).get(caseId))?.id ?? null;
}

/**
 * A message's body names its spans as JSON strings, its origin first; a model's span is also named by messages that it
 * only repeated.
 */
function findMessage(connection: Connection, caseKey: number, span: SpanKey) {
  const sql = `SELECT m.ordinal, t.body AS text FROM messages m JOIN contents t ON t.id = m.content
    WHERE m.case_key = @caseKey AND instr(m.body, @key) > 0
    ORDER BY instr(m.body, '"spans":[' || @key) > 0 DESC, m.ordinal LIMIT 1`;
  type Found = { readonly ordinal: number; readonly text: string };
  type Sought = { readonly caseKey: number; readonly key: string };
  const find = statement<[Sought], Found>(connection, sql);
  return find.get({ caseKey, key: JSON.stringify(span) });
}
