import { expect, it } from "vitest";
import { outcomeSetOf, outcomeSets } from "./outcome-sets";

it("knows a set by its members, whatever their order", () => {
  expect(outcomeSetOf(["resolved_confirmed", "resolved_verified"])?.isResolved).toBe(true);
  const others = ["unresolved", "reopened", "fell_quiet", "closed_unproven", "closed_likely"];
  expect(outcomeSetOf(others)?.isResolved).toBe(false);
});

it("takes a part of a set, or none, for no set", () => {
  expect(outcomeSetOf(["reopened"])).toBeNull();
  expect(outcomeSetOf([])).toBeNull();
});

it("counts no outcome twice", () => {
  const all = outcomeSets.flatMap((set) => set.outcomes);
  expect(new Set(all).size).toBe(all.length);
});
