import { expect, it } from "vitest";
import { withMemoryStore } from "@/lib/testing/memory-store";
import {
  chooseDefaultView,
  findOwnView,
  readDefaultViews,
  readSavedView,
  readSavedViews,
  removeView,
  saveView,
} from "./saved-views";
import { insertRow } from "../insert-row";

const view = {
  path: "/cases",
  name: "Lost on the phone",
  search: "outcome=unresolved",
  owner: "ann",
  isShared: true,
};
const kept = { ...view, defaultFor: [] };

it("keeps views by page, owner and name, and lists those of one page that somebody sees", async () => {
  await withMemoryStore(async (db) => {
    const second = await saveView(db, view, 1);
    const first = await saveView(db, { ...view, name: "Chats", search: "", isShared: false }, 2);
    const bens = await saveView(db, { ...view, owner: "ben" }, 3);
    await saveView(db, { ...view, path: "/elsewhere" }, 4);
    const shared = [
      { ...kept, id: second },
      { ...kept, id: bens, owner: "ben" },
    ];
    const chats = { ...kept, id: first, name: "Chats", search: "", isShared: false };
    expect(await readSavedViews(db, "/cases", "ann")).toEqual([chats, ...shared]);
    expect(await readSavedViews(db, "/cases", "ben")).toEqual(shared);
    expect(await readSavedView(db, first)).toEqual(chats);
    expect(await readSavedView(db, 99)).toBeNull();
  });
});

it("replaces one's own view that is saved again under its name", async () => {
  await withMemoryStore(async (db) => {
    const id = await saveView(db, view, 1);
    const again = { ...view, search: "channel=voice", isShared: false };
    expect(await saveView(db, again, 2)).toBe(id);
    expect(await readSavedView(db, id)).toEqual({ ...again, id, defaultFor: [] });
    expect(await findOwnView(db, { ...view, owner: "ben" })).toBeNull();
  });
});

it("gives a view that had no owner to whoever saves it again", async () => {
  await withMemoryStore(async (db) => {
    const id = await db.write((connection) => {
      const sql = "INSERT INTO saved_views (path, name, search, created_us) VALUES (?, ?, '', 1)";
      return insertRow(connection, sql, view.path, view.name);
    });
    expect(await readSavedViews(db, "/cases", "ben")).toMatchObject([
      { id, owner: null, isShared: true },
    ]);
    expect(await saveView(db, view, 2)).toBe(id);
    expect(await readSavedView(db, id)).toEqual({ ...kept, id });
  });
});

it("lets a role begin with one view of a page, and with none when that is forgotten", async () => {
  await withMemoryStore(async (db) => {
    const id = await saveView(db, view, 1);
    const other = await saveView(db, { ...view, name: "Chats", search: "channel=chat" }, 2);
    const path = "/cases";
    await chooseDefaultView(db, { path, role: "supervisor", view: other });
    await chooseDefaultView(db, { path, role: "supervisor", view: id });
    await chooseDefaultView(db, { path, role: "cx", view: id });
    expect((await readSavedView(db, id))?.defaultFor).toEqual(["cx", "supervisor"]);
    expect((await readSavedView(db, other))?.defaultFor).toEqual([]);
    const begins = [{ path, name: view.name, search: view.search }];
    expect(await readDefaultViews(db, "supervisor")).toEqual(begins);
    await chooseDefaultView(db, { path, role: "cx", view: null });
    expect(await readDefaultViews(db, "cx")).toEqual([]);
    await removeView(db, id);
    await removeView(db, id);
    expect(await readDefaultViews(db, "supervisor")).toEqual([]);
    expect(await readSavedViews(db, path, "ann")).toHaveLength(1);
  });
});
