import type { CaseNote } from "@/lib/domain/case/decision";
import type { Scope } from "@/lib/domain/people/permission";
import { caseVisibility } from "../cases/case-scope";
import { statement, type Database } from "../port";
import { nextRevision } from "../queue";
import { insertRow } from "../insert-row";

/** Keeps a note. @param note.text masked @returns its key */
export function addNote(
  db: Database,
  { caseId, text }: Pick<CaseNote, "caseId" | "text">,
  nowUs: number,
): Promise<number> {
  return db.write(async (connection) => {
    await nextRevision(connection);
    const sql = "INSERT INTO notes (case_id, text, created_us) VALUES (?, ?, ?)";
    return insertRow(connection, sql, caseId, text, nowUs);
  });
}

/** @returns false where it was removed already */
export function removeNote(db: Database, id: number): Promise<boolean> {
  return db.write(async (connection) => {
    await nextRevision(connection);
    const sql = "DELETE FROM notes WHERE id = ?";
    return (await statement<[number]>(connection, sql).run(id)).changes > 0;
  });
}

/** A note without its words: the case it was written on, when, and how long it is. */
type NoteFacts = Pick<CaseNote, "caseId" | "atUs"> & { readonly letters: number };

/** A note without its text, for the audit. @returns null where there is no such note */
export function readNoteFacts(db: Database, id: number): Promise<NoteFacts | null> {
  const sql = `SELECT case_id AS caseId, created_us AS atUs, length(text) AS letters
    FROM notes WHERE id = ?`;
  return db.read(
    async (connection) => (await statement<[number], NoteFacts>(connection, sql).get(id)) ?? null,
  );
}

/** The notes on a case and, within the scope, on those that were merged into it, oldest first. */
export async function readNotes(
  db: Database,
  scope: Scope | null,
  caseId: string,
): Promise<CaseNote[]> {
  const sql = `SELECT id, case_id AS caseId, text, created_us AS atUs FROM notes
    WHERE case_id IN (SELECT @caseId
      UNION SELECT from_case_id FROM decisions WHERE kind = 'merge' AND to_case_id = @caseId
      UNION SELECT case_id FROM case_records WHERE merged_into = @caseId)
    ORDER BY created_us, id`;
  const notes = await db.read((connection) =>
    statement<[{ readonly caseId: string }], CaseNote>(connection, sql).all({ caseId }),
  );
  if (scope === null) return notes;
  const sights = await Promise.all(notes.map((note) => caseVisibility(db, scope, note.caseId)));
  return notes.filter((_, index) => sights[index] === "seen");
}

/**
 * The last note on each of some cases, or within the scope on one that was merged into it, by case id.
 * @param caseIds cases within the scope
 */
export async function readLatestNotes(
  db: Database,
  scope: Scope | null,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseNote>> {
  type Row = CaseNote & { readonly onCase: string };
  const sql = `WITH shown AS (SELECT value AS onCase FROM json_each(?)), sources AS (
      SELECT onCase, onCase AS caseId FROM shown
      UNION SELECT to_case_id, from_case_id FROM decisions JOIN shown ON to_case_id = onCase
        WHERE kind = 'merge'
      UNION SELECT merged_into, case_id FROM case_records JOIN shown ON merged_into = onCase)
    SELECT onCase, n.id, n.case_id AS caseId, n.text, n.created_us AS atUs
    FROM sources s CROSS JOIN notes n WHERE n.case_id = s.caseId ORDER BY n.created_us, n.id`;
  const notes = await db.read((connection) =>
    statement<[string], Row>(connection, sql).all(JSON.stringify(caseIds)),
  );
  const latest = new Map<string, CaseNote>();
  for (const { onCase, ...note } of notes) {
    const isSeen =
      note.caseId === onCase || (await caseVisibility(db, scope, note.caseId)) === "seen";
    if (isSeen) latest.set(onCase, note);
  }
  return latest;
}
