import { expect, it } from "vitest";
import { homeOf, startPageOf } from "./navigation";

const viewer = { role: "engineer", scope: null, isDemo: false } as const;

it("lets an engineer begin on Releases once a cohort was replayed, where they may see it", () => {
  expect(startPageOf(viewer, true)).toBe("/releases");
  expect(startPageOf({ ...viewer, isDemo: true }, true)).toBe("/releases");
  expect(startPageOf(viewer, false)).toBe(homeOf.engineer);
  const ofRegion = { ...viewer, scope: { regions: ["EU"], teams: [] } };
  expect(startPageOf(ofRegion, true)).toBe(homeOf.engineer);
  expect(startPageOf({ ...viewer, role: "admin" }, true)).toBe(homeOf.admin);
});
