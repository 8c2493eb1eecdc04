import type { PromptText, PromptTexts } from "@/lib/domain/trace/prompt-text";
import { statement, type Database } from "../port";
import { inKeys } from "./retired-rows";

/** Whose spans are read: those of a prompt's version, "support-core@v15", or of a release. */
export type SpansOf = { readonly kind: "prompt" | "release"; readonly name: string };

/** How many texts are read, of those in most cases. */
const textsMax = 20;

const versionSql = "CASE WHEN name IS NULL THEN version ELSE name || '@' || version END";
const ownSql = { prompt: versionSql, release: "release" } as const;

/**
 * System prompts of a version's spans in some cases, each text once: of a span of their own, of its first input
 * message, or of its log event.
 * @param keys of the cases
 */
export function readPromptTexts(
  db: Database,
  keys: readonly number[],
  { kind, name }: SpansOf,
): Promise<PromptTexts> {
  const sql = `WITH said AS MATERIALIZED (
      SELECT i.case_id, coalesce(p.prompt_name, s.prompt_name) AS name,
        coalesce(p.prompt_version, s.prompt_version) AS version,
        i.body ->> '$.release.value' AS release,
        coalesce(s.system, CASE WHEN substr(s.input, 1, 6) = '[["s",'
          THEN CAST(s.input ->> '$[0][1]' AS bigint) END) AS content
      FROM json_each(@caseIds) k JOIN identities i ON i.case_id = k.value
        JOIN spans s ON s.identity = i.id
        LEFT JOIN spans p ON s.part = 'event' AND p.trace = s.trace AND p.span_id = s.parent_span_id
    ), own AS (SELECT * FROM said WHERE content IS NOT NULL AND ${ownSql[kind]} = @name)
    SELECT coalesce(o.name, '') AS prompt, t.body AS text, count(DISTINCT o.case_id) AS cases,
      count(*) AS spans, min(o.case_id) AS caseId, count(*) OVER () AS count,
      (SELECT count(DISTINCT case_id) FROM own) AS carrying
    FROM own o JOIN contents t ON t.id = o.content
    GROUP BY 1, t.id, t.body ORDER BY cases DESC, spans DESC, t.id LIMIT ${String(textsMax)}`;
  const caseIdsSql = `SELECT case_id AS caseId FROM cases WHERE id ${inKeys}`;
  type Row = PromptText & { readonly count: number; readonly carrying: number };
  type Parameters = { readonly caseIds: string; readonly name: string };
  return db.read(async (connection) => {
    const found = await statement<[string], { caseId: string }>(connection, caseIdsSql).all(
      JSON.stringify(keys),
    );
    const caseIds = JSON.stringify(found.map(({ caseId }) => caseId));
    const rows = await statement<[Parameters], Row>(connection, sql).all({ caseIds, name });
    return {
      texts: rows.map(({ count: _count, carrying: _carrying, ...text }) => text),
      count: rows[0]?.count ?? 0,
      cases: rows[0]?.carrying ?? 0,
    };
  });
}
