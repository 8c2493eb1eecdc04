import { statement, type Connection } from "../port";
import { traceOfAnchorSql } from "../decisions/anchor-sql";
import { enqueueMerges } from "../cases/merges";
import type { Stamp } from "../queue";
import { findLeftCases } from "../spans/remove-data";
import type { Erased } from "./close-erasure";

/** What decisions are about: an erased customer and what belonged to it. */
export type ErasedSubject = Pick<Erased, "traces" | "cases" | "contacts"> & {
  readonly customerId: string;
};

/** Tables whose rows hang on one of `contactAnchors`: a span, or a contact without words. */
const byContact = ["disclosure_reviews", "review_sample_items", "second_reviews"] as const;

/** Tables of what is kept about a whole case. */
const aboutCases = ["notes", "case_attention", "judgements", "judged_cases"] as const;

/**
 * Removes what people decided, wrote and saved about an erased customer. Of cases in which others take part, all notes
 * go, as nobody can tell of whom they speak, and of labels, reviews and samples what hangs on what was erased.
 */
export async function removeDecisions(
  connection: Connection,
  { customerId, traces, cases, contacts }: ErasedSubject,
  stamp: Stamp,
): Promise<void> {
  const left = await findLeftCases(connection, [...cases]);
  const gone = [...cases].filter((caseId) => !left.has(caseId));
  const shared = [...left];
  const run = (sql: string, values: readonly string[]) =>
    statement<[string]>(connection, sql).run(JSON.stringify(values));
  const given = "(SELECT value FROM json_each(?))";
  for (const table of aboutCases)
    await run(`DELETE FROM ${table} WHERE case_id IN ${given}`, [...cases]);
  for (const table of ["labels", ...byContact])
    await run(`DELETE FROM ${table} WHERE case_id IN ${given}`, gone);
  await run(`DELETE FROM labels WHERE trace_id IN ${given}`, [...traces]);
  await run(`DELETE FROM labels WHERE trace_id IS NULL AND case_id IN ${given}`, shared);
  for (const table of byContact) {
    await run(`DELETE FROM ${table} WHERE ${traceOfAnchorSql("anchor")} IN ${given}`, [...traces]);
    await statement<[string, string]>(
      connection,
      `DELETE FROM ${table} WHERE case_id IN ${given}
        AND CASE WHEN json_valid(anchor) = 1 THEN anchor ->> '$[2]' END IN ${given}`,
    ).run(JSON.stringify(shared), JSON.stringify([...contacts]));
  }
  await removeMoves(connection, { gone, traces: [...traces] }, stamp);
  await removeViews(connection, new Set([customerId, ...cases]));
  const groups = "DELETE FROM oversized_groups WHERE kind = 'customer' AND key = ?";
  await statement<[string]>(connection, groups).run(customerId);
}

/** Removes what people and models decided and wrote about cases of which nothing is left. */
export async function removeDecisionsOfGone(
  connection: Connection,
  caseIds: readonly string[],
  stamp: Stamp,
): Promise<void> {
  const left = await findLeftCases(connection, caseIds);
  const gone = caseIds.filter((caseId) => !left.has(caseId));
  for (const table of [...aboutCases, "labels", ...byContact]) {
    const sql = `DELETE FROM ${table} WHERE case_id IN (SELECT value FROM json_each(?))`;
    await statement<[string]>(connection, sql).run(JSON.stringify(gone));
  }
  await removeMoves(connection, { gone, traces: [] }, stamp);
}

/** Merges of cases that are gone, and moves of traces that are. */
async function removeMoves(
  connection: Connection,
  { gone, traces }: { readonly gone: readonly string[]; readonly traces: readonly string[] },
  stamp: Stamp,
): Promise<void> {
  const sql = `SELECT id, from_case_id AS fromCaseId, to_case_id AS toCaseId FROM decisions d
    WHERE from_case_id IN (SELECT value FROM json_each(@gone))
      OR to_case_id IN (SELECT value FROM json_each(@gone))
      OR EXISTS (SELECT 1 FROM overrides o WHERE o.decision = d.id
        AND o.body ->> '$.traceId' IN (SELECT value FROM json_each(@traces)))`;
  type Row = { readonly id: number; readonly fromCaseId: string | null; readonly toCaseId: string };
  const named = { gone: JSON.stringify(gone), traces: JSON.stringify(traces) };
  const rows = await statement<[typeof named], Row>(connection, sql).all(named);
  if (rows.length === 0) return;
  const ends = rows.flatMap(({ fromCaseId, toCaseId }) =>
    fromCaseId === null ? [toCaseId] : [fromCaseId, toCaseId],
  );
  await enqueueMerges(connection, ends, stamp);
  for (const { id } of rows) {
    await statement<[number]>(connection, "DELETE FROM overrides WHERE decision = ?").run(id);
    await statement<[number]>(connection, "DELETE FROM decisions WHERE id = ?").run(id);
  }
}

/** Saved views whose filters name an id. */
async function removeViews(connection: Connection, ids: ReadonlySet<string>): Promise<void> {
  const sql = "SELECT id, search FROM saved_views";
  const views = await statement<[], { id: number; search: string }>(connection, sql).all();
  const remove = statement<[number]>(connection, "DELETE FROM saved_views WHERE id = ?");
  for (const { id, search } of views) {
    const values = [...new URLSearchParams(search).values()];
    if (
      values.some((value) => ids.has(value) || value.split(/[\s,"]+/).some((word) => ids.has(word)))
    )
      await remove.run(id);
  }
}
