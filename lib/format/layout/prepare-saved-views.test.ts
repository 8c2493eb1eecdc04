import { describe, expect, it } from "vitest";
import type { SavedView } from "@/lib/domain/settings/saved-view";
import { openedView, prepareSavedViews } from "./prepare-saved-views";

const ben = { actor: "ben", role: "supervisor", scope: null, isDemo: false } as const;
const admin = { ...ben, actor: "eve", role: "admin" } as const;
const names = new Map([["ann", "Ann Berg"]]);
const anns: SavedView = {
  ...{ id: 1, name: "Chats", path: "/cases", search: "channel=chat&q=where+is%3F", owner: "ann" },
  ...{ isShared: true, defaultFor: ["supervisor"] },
};
const views: readonly SavedView[] = [
  anns,
  { ...anns, id: 2, name: "Mine", search: "", owner: "ben", isShared: false, defaultFor: [] },
  { ...anns, id: 3, name: "Old", owner: null, defaultFor: [] },
  { ...anns, id: 4, name: "Tried", owner: "demo-1", defaultFor: [] },
];

describe("saved views", () => {
  it("stand with their owners, one's own first, and may be changed by whom they are", () => {
    const { lines } = prepareSavedViews("/cases", views, ben, names);
    expect(lines.map(({ name, words, isChangeable }) => [name, words, isChangeable])).toEqual([
      ["Mine", "Yours alone", true],
      ["Chats", "Shared by Ann Berg", false],
      ["Old", "Shared, without an owner", true],
      ["Tried", "Shared by a visitor of the demo", false],
    ]);
    expect(lines.map(({ href }) => href).slice(0, 2)).toEqual([
      "/cases",
      "/cases?channel=chat&q=where+is%3F",
    ]);
  });

  it("say what the viewer's role begins with, and who chooses that", () => {
    const { begins, choosesDefaults } = prepareSavedViews("/cases", views, ben, names);
    expect(begins).toEqual({ name: "Chats", search: anns.search, roleWords: "supervisors" });
    expect(choosesDefaults).toBe(false);
    const hers = prepareSavedViews("/cases", views, admin, names);
    expect([hers.begins, hers.choosesDefaults]).toEqual([null, true]);
    expect(hers.lines.find(({ name }) => name === "Chats")?.isChangeable).toBe(true);
  });

  it("are known by their address, in whatever order it says its parts", () => {
    const model = prepareSavedViews("/cases", views, ben, names);
    expect(openedView(model, { q: "where is?", channel: "chat" })?.name).toBe("Chats");
    expect(openedView(model, { q: "where is?", channel: ["chat", "sms"] })).toBeNull();
    expect(openedView(model, {})).toBeNull();
  });
});
