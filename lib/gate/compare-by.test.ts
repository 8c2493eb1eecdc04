import { expect, it } from "vitest";
import { gateInput } from "@/lib/testing/gate-input";
import { outcomeRows, resolvedFirst } from "@/lib/testing/gate-rows";
import { compareRuns } from "./compare-by";

it("compares two runs on a part of their cases", () => {
  const { cohort, candidate, baseline } = gateInput({
    candidate: outcomeRows(resolvedFirst(120)),
    baseline: outcomeRows(resolvedFirst(150)),
  });
  if (baseline === null) throw new Error("No baseline.");
  const of = { items: cohort.items, metric: "conversation_resolution", scope: "all" as const };
  const found = compareRuns({ ...of, candidate, baseline });
  expect(found).toMatchObject({ fixed: [] });
  expect(found?.difference).toBeCloseTo(-0.15);
  const regressed = new Set(found?.regressed);
  const part = compareRuns({ ...of, candidate, baseline }, ({ id }) => regressed.has(id));
  expect(part).toMatchObject({ difference: -1, fixed: [], bothResolved: 0 });
  expect(compareRuns({ ...of, candidate, baseline }, ({ id }) => id === "nobody")).toBeNull();
});
