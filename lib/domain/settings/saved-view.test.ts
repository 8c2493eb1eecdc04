import { expect, it } from "vitest";
import { isViewSeen, mayChangeView, type SavedView } from "./saved-view";

type Sharing = Pick<SavedView, "owner" | "isShared" | "defaultFor">;

const hers: Sharing = { owner: "ann", isShared: true, defaultFor: [] };
const ann = { actor: "ann", choosesDefaults: false };
const ben = { actor: "ben", choosesDefaults: false };
const admin = { actor: "eve", choosesDefaults: true };

it("lets its owner change a view, whoever chooses defaults a shared one, and others none", () => {
  expect([ann, ben, admin].map((by) => mayChangeView(hers, by))).toEqual([true, false, true]);
  const secret = { ...hers, isShared: false };
  expect([ann, ben, admin].map((by) => mayChangeView(secret, by))).toEqual([true, false, false]);
  expect(isViewSeen(secret, "ben")).toBe(false);
});

it("lets everybody change a view that was saved before owners were kept", () => {
  expect(mayChangeView({ ...hers, owner: null }, ben)).toBe(true);
});

it("leaves what a role begins with to those who choose it, even where another one owns it", () => {
  const begins: Sharing = { ...hers, defaultFor: ["supervisor"] };
  expect([ann, ben, admin].map((by) => mayChangeView(begins, by))).toEqual([false, false, true]);
});
