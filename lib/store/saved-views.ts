import type { SavedView } from "@/lib/domain/saved-view";
import { statement, type Database } from "./database";

/** The saved views of a page, by name. @param path the page: "/cases" */
export function readSavedViews(db: Database, path: string): Promise<SavedView[]> {
  const sql = "SELECT id, name, path, search FROM saved_views WHERE path = ? ORDER BY name";
  return db.read((connection) => statement<[string], SavedView>(connection, sql).all(path));
}

/** Keeps a view; one of the same page and name is replaced. @returns its key */
export function saveView(
  db: Database,
  view: Omit<SavedView, "id">,
  nowUs: number,
): Promise<number> {
  const sql = `INSERT INTO saved_views (path, name, search, created_us) VALUES (?, ?, ?, ?)
    ON CONFLICT (path, name) DO UPDATE SET search = excluded.search RETURNING id`;
  return db.write((connection) => {
    const insert = statement<[string, string, string, number], { id: number }>(connection, sql);
    const kept = insert.get(view.path, view.name, view.search, nowUs);
    if (kept === undefined) throw new Error("A saved view was not kept.");
    return kept.id;
  });
}

/** Forgets a view; one that is not there is forgotten already. */
export function removeView(db: Database, id: number): Promise<void> {
  return db.write((connection) => {
    statement<[number]>(connection, "DELETE FROM saved_views WHERE id = ?").run(id);
  });
}
