import type { Outcome } from "@/lib/domain/outcome";
import { statement, type Database } from "./database";
import { outcomeSql } from "./outcome-sql";

/** What of a case tells whether it changed before one looks into it. */
export type CaseOutline = {
  readonly caseId: string;
  readonly outcome: Outcome;
  readonly touchpoints: number;
  readonly repeatUs: number | null;
  readonly repeatCaseId: string | null;
};

/** The next cases in order of their ids' bytes. @param page.after the last id of the page before, "" at first */
export function readCaseOutlines(
  db: Database,
  page: { readonly after: string; readonly limit: number; readonly asOfUs: number },
): Promise<CaseOutline[]> {
  const sql = `SELECT case_id AS caseId, ${outcomeSql("@asOfUs")} AS outcome, touchpoints,
      repeat_us AS repeatUs, repeat_case_id AS repeatCaseId
    FROM cases WHERE case_id > @after ORDER BY case_id LIMIT @limit`;
  return db.read((connection) => statement<[typeof page], CaseOutline>(connection, sql).all(page));
}

/** Which case each of the next spans belongs to, in the order in which they were stored. */
export function readSpanCases(
  db: Database,
  after: number,
  limit: number,
): Promise<{ readonly span: number; readonly caseId: string | null }[]> {
  const sql = `SELECT s.id AS span, i.case_id AS caseId
    FROM spans s LEFT JOIN identities i ON i.id = s.identity WHERE s.id > ? ORDER BY s.id LIMIT ?`;
  type Row = { readonly span: number; readonly caseId: string | null };
  return db.read((connection) =>
    statement<[number, number], Row>(connection, sql).all(after, limit),
  );
}
