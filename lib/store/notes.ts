import type { CaseNote } from "@/lib/domain/decision";
import { statement, type Database } from "./database";
import { nextMark } from "./queue";

/** Keeps a note. @param note.text masked @returns its key */
export function addNote(
  db: Database,
  { caseId, text }: Pick<CaseNote, "caseId" | "text">,
  nowUs: number,
): Promise<number> {
  return db.write((connection) => {
    nextMark(connection);
    const sql = "INSERT INTO notes (case_id, text, created_us) VALUES (?, ?, ?)";
    const insert = statement<[string, string, number]>(connection, sql);
    return Number(insert.run(caseId, text, nowUs).lastInsertRowid);
  });
}

/** @returns false where it was removed already */
export function removeNote(db: Database, id: number): Promise<boolean> {
  return db.write((connection) => {
    nextMark(connection);
    const sql = "DELETE FROM notes WHERE id = ?";
    return statement<[number]>(connection, sql).run(id).changes > 0;
  });
}

/** The notes on a case and on those that were merged into it, oldest first. */
export function readNotes(db: Database, caseId: string): Promise<CaseNote[]> {
  const sql = `SELECT id, case_id AS caseId, text, created_us AS atUs FROM notes
    WHERE case_id IN (SELECT @caseId
      UNION SELECT from_case_id FROM decisions WHERE kind = 'merge' AND to_case_id = @caseId
      UNION SELECT case_id FROM case_records WHERE merged_into = @caseId)
    ORDER BY created_us, id`;
  return db.read((connection) =>
    statement<[{ readonly caseId: string }], CaseNote>(connection, sql).all({ caseId }),
  );
}
