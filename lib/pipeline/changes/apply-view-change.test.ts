import { expect, it } from "vitest";
import type { ViewChanger } from "@/lib/domain/settings/saved-view";
import type { ViewChange } from "@/lib/domain/settings/workspace-change";
import type { Database } from "@/lib/store/port";
import { readSavedViews } from "@/lib/store/decisions/saved-views";
import { withMemoryStore } from "@/lib/testing/memory-store";
import { applyChange } from "./apply-change";

const path = "/cases";
const ann: ViewChanger = { actor: "ann", choosesDefaults: false };
const ben: ViewChanger = { actor: "ben", choosesDefaults: false };
const admin: ViewChanger = { actor: "eve", choosesDefaults: true };
const chats = { path, name: "Chats", search: "channel=chat", isShared: true };

function changing(db: Database): (change: ViewChange) => Promise<number | null> {
  const context = { db, scope: null, nowUs: 1, mask: (text: string) => text };
  return async (change) => (await applyChange(context, change)).id;
}

it("keeps a view for its owner alone until it is shared, and others' hands off it", async () => {
  await withMemoryStore(async (db) => {
    const change = changing(db);
    const secret = { ...chats, isShared: false };
    const id = (await change({ kind: "view-saved", view: secret, by: ann })) ?? 0;
    expect(await readSavedViews(db, path, "ben")).toEqual([]);
    for (const by of [ben, admin]) {
      await expect(change({ kind: "view-removed", id, by })).rejects.toThrow("removed already");
    }
    await change({ kind: "view-saved", view: chats, by: ann });
    expect(await readSavedViews(db, path, "ben")).toMatchObject([{ id, owner: "ann" }]);
    await expect(change({ kind: "view-removed", id, by: ben })).rejects.toThrow("somebody else’s");
    await change({ kind: "view-removed", id, by: admin });
    expect(await readSavedViews(db, path, "ann")).toEqual([]);
  });
});

it("lets a role begin with a shared view, which then only those change who choose that", async () => {
  await withMemoryStore(async (db) => {
    const change = changing(db);
    const id = await change({ kind: "view-saved", view: chats, by: ann });
    const begin = { kind: "default-view-chosen", path, role: "supervisor", by: admin } as const;
    await change({ ...begin, view: id });
    expect(await readSavedViews(db, path, "ann")).toMatchObject([{ defaultFor: ["supervisor"] }]);

    const other = { ...chats, search: "channel=sms" };
    await expect(change({ kind: "view-saved", view: other, by: ann })).rejects.toThrow("begins");
    await expect(change({ kind: "view-removed", id: id ?? 0, by: ann })).rejects.toThrow("begins");
    await change({ ...begin, view: null });
    await change({ kind: "view-saved", view: other, by: ann });
    expect(await readSavedViews(db, path, "ann")).toMatchObject([
      { search: "channel=sms", defaultFor: [] },
    ]);
  });
});

it("lets no role begin with what only one person sees, is gone or is of another page", async () => {
  await withMemoryStore(async (db) => {
    const change = changing(db);
    const own = { ...chats, isShared: false };
    const view = await change({ kind: "view-saved", view: own, by: admin });
    const begin = { kind: "default-view-chosen", path, role: "cx", by: admin } as const;
    await expect(change({ ...begin, view })).rejects.toThrow("share it");
    await expect(change({ ...begin, view: 99 })).rejects.toThrow("removed already");
    await change({ kind: "view-saved", view: chats, by: admin });
    await expect(change({ ...begin, path: "/sla", view })).rejects.toThrow("another page");
    await change({ ...begin, view });
    await expect(change({ kind: "view-saved", view: own, by: admin })).rejects.toThrow("shared");
  });
});
