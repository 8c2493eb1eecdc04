import { roles, type Role } from "@/lib/domain/people/permission";
import type { DefaultView, SavedView } from "@/lib/domain/settings/saved-view";
import { statement, type Connection, type Database } from "../port";
import { insertRow } from "../insert-row";

type ViewRow = Omit<SavedView, "owner" | "isShared" | "defaultFor"> & {
  readonly owner: string;
  readonly isShared: number;
  /** Separated by commas. */
  readonly defaultFor: string | null;
};

const select = `SELECT id, name, path, search, owner, is_shared AS isShared,
  (SELECT group_concat(role) FROM default_views WHERE view = saved_views.id) AS defaultFor
  FROM saved_views`;

/**
 * The saved views of a page that somebody sees, by name.
 * @param path the page: "/cases"
 * @param actor public id of whoever looks
 */
export function readSavedViews(db: Database, path: string, actor: string): Promise<SavedView[]> {
  const sql = `${select} WHERE path = ? AND (is_shared = 1 OR owner = ?) ORDER BY name, id`;
  return db.read(async (connection) =>
    (await statement<[string, string], ViewRow>(connection, sql).all(path, actor)).map(viewOf),
  );
}

/** One view, whoever sees it. @returns null where there is none */
export function readSavedView(db: Database, id: number): Promise<SavedView | null> {
  return db.read(async (connection) => {
    const row = await statement<[number], ViewRow>(connection, `${select} WHERE id = ?`).get(id);
    return row === undefined ? null : viewOf(row);
  });
}

/**
 * The view that saving under a name replaces: one's own of that name, else one without an owner.
 * @returns null where there is none
 */
export function findOwnView(
  db: Database,
  { path, name, owner }: NewView,
): Promise<SavedView | null> {
  return db.read((connection) => ownView(connection, path, name, owner));
}

type Row = [string, string, string, string, number, number];

type NewView = Pick<SavedView, "path" | "name" | "search" | "isShared"> & {
  readonly owner: string;
};

/** Stores a view in place of the one that `findOwnView` finds. @returns its key */
export function saveView(db: Database, view: NewView, nowUs: number): Promise<number> {
  return db.write(async (connection) => {
    const { path, name, search, owner } = view;
    const isShared = view.isShared ? 1 : 0;
    const known = await ownView(connection, path, name, owner);
    if (known !== null) {
      const update = "UPDATE saved_views SET search = ?, owner = ?, is_shared = ? WHERE id = ?";
      await statement<[string, string, number, number]>(connection, update).run(
        ...([search, owner, isShared, known.id] as const),
      );
      return known.id;
    }
    const insert = `INSERT INTO saved_views (path, name, search, owner, is_shared, created_us)
      VALUES (?, ?, ?, ?, ?, ?)`;
    const row: Row = [path, name, search, owner, isShared, nowUs];
    return insertRow(connection, insert, ...row);
  });
}

/** Deletes a view, also as a role's default; a missing one is ignored. */
export function removeView(db: Database, id: number): Promise<void> {
  return db.write(async (connection) => {
    await statement<[number]>(connection, "DELETE FROM saved_views WHERE id = ?").run(id);
  });
}

/** Sets a role's default view of its page. @param view null: none */
export function chooseDefaultView(
  db: Database,
  {
    path,
    role,
    view,
  }: { readonly path: string; readonly role: Role; readonly view: number | null },
): Promise<void> {
  return db.write(async (connection) => {
    const remove = "DELETE FROM default_views WHERE path = ? AND role = ?";
    await statement<[string, string]>(connection, remove).run(path, role);
    if (view === null) return;
    const insert = "INSERT INTO default_views (path, role, view) VALUES (?, ?, ?)";
    await statement<[string, string, number]>(connection, insert).run(path, role, view);
  });
}

/** A role's default views, by page. */
export function readDefaultViews(db: Database, role: Role): Promise<DefaultView[]> {
  const sql = `SELECT saved_views.path, name, search FROM default_views
    JOIN saved_views ON saved_views.id = default_views.view WHERE role = ?`;
  return db.read((connection) => statement<[string], DefaultView>(connection, sql).all(role));
}

async function ownView(
  connection: Connection,
  path: string,
  name: string,
  owner: string,
): Promise<SavedView | null> {
  const sql = `${select} WHERE path = ? AND owner IN (?, '') AND name = ?
    ORDER BY owner DESC LIMIT 1`;
  const row = await statement<[string, string, string], ViewRow>(connection, sql).get(
    path,
    owner,
    name,
  );
  return row === undefined ? null : viewOf(row);
}

function viewOf(row: ViewRow): SavedView {
  const held = (row.defaultFor ?? "").split(",");
  return {
    ...row,
    owner: row.owner === "" ? null : row.owner,
    isShared: row.isShared === 1,
    defaultFor: roles.filter((role) => held.includes(role)),
  };
}
