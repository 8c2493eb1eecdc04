import { expect, it } from "vitest";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { readSavedViews, removeView, saveView } from "./saved-views";

const view = { path: "/cases", name: "Lost on the phone", search: "outcome=unresolved" };

it("keeps views by page and name, and lists those of one page", async () => {
  await withMemoryStore(async (db) => {
    const second = await saveView(db, view, 1);
    const first = await saveView(db, { ...view, name: "Chats", search: "" }, 2);
    await saveView(db, { ...view, path: "/elsewhere" }, 3);
    expect(await readSavedViews(db, "/cases")).toEqual([
      { ...view, id: first, name: "Chats", search: "" },
      { ...view, id: second },
    ]);
  });
});

it("replaces a view that is saved again under its name", async () => {
  await withMemoryStore(async (db) => {
    const id = await saveView(db, view, 1);
    expect(await saveView(db, { ...view, search: "channel=voice" }, 2)).toBe(id);
    expect(await readSavedViews(db, "/cases")).toEqual([{ ...view, id, search: "channel=voice" }]);
  });
});

it("forgets a view, and does not mind one that is not there", async () => {
  await withMemoryStore(async (db) => {
    const id = await saveView(db, view, 1);
    await removeView(db, id);
    await removeView(db, id);
    expect(await readSavedViews(db, "/cases")).toEqual([]);
  });
});
