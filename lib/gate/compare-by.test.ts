import { expect, it } from "vitest";
import { gateInput } from "@/lib/testing/gate-input";
import { outcomeRows, resolvedFirst } from "@/lib/testing/gate-rows";
import { compareRuns, turnScores } from "./compare-by";

it("calls a lower score better where it is, on a part of the cases too", () => {
  const { cohort, candidate, baseline } = gateInput({
    candidate: outcomeRows(resolvedFirst(120)),
    baseline: outcomeRows(resolvedFirst(150)),
  });
  if (baseline === null) throw new Error("No baseline.");
  const of = { items: cohort.items, metric: "conversation_resolution", scope: "all" as const };
  const found = compareRuns({ ...of, candidate, baseline });
  expect(found).toMatchObject({ fixed: [] });
  const turned = { candidate: turnScores(candidate), baseline: turnScores(baseline) };
  const better = compareRuns({ ...of, ...turned });
  expect(better).toMatchObject({ regressed: [] });
  expect(found?.difference).toBeCloseTo(-0.15);
  expect(better?.difference).toBeCloseTo(0.15);
  expect(better?.fixed).toEqual(found?.regressed);
  expect(compareRuns({ ...of, candidate, baseline }, ({ id }) => id === "nobody")).toBeNull();
});
