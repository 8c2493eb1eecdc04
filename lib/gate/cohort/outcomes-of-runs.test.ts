import { expect, it } from "vitest";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { Run } from "@/lib/domain/gate/run";
import { outcomesOfRuns } from "./outcomes-of-runs";

const metric = "conversation_resolution";
const items: readonly CohortItem[] = ["a", "b", "c", "d"].map((id) => ({
  ...{ id, cluster: null, expected: null, stratum: null },
  channels: id === "d" ? ["chat"] : ["chat", "voice"],
}));

const runOf = (release: string, scores: readonly (number | null)[]): Run => ({
  ...{ release, cohort: null },
  outcomes: scores.map((score, at) => ({
    ...{ item: items[at]?.id ?? "", repeat: 1, score, error: score === null ? "timed out" : null },
    ...{ evaluator: metric, version: "19", channels: null, critical: [] },
  })),
});

it("takes what became better between the two latest runs, of cross-channel cases that both scored", () => {
  const found = outcomesOfRuns(
    items,
    [runOf("v15", [0.9, 0.8, 0.2, 0.9]), runOf("v14", [0.1, null, 0.9, 0.1])],
    metric,
  );
  expect(found.changes).toEqual({ runs: "v14 and v15", fixed: 1, of: 2 });
  expect([...(found.outcomes?.resolved ?? [])]).toEqual([
    ["a", true],
    ["b", true],
    ["c", false],
    ["d", true],
  ]);
});

it("knows nothing without a scored run, and no changes of a single one", () => {
  expect(outcomesOfRuns(items, [], metric)).toEqual({ outcomes: null, changes: null });
  const none = runOf("v15", [null, null, null, null]);
  expect(outcomesOfRuns(items, [none], metric)).toEqual({ outcomes: null, changes: null });
  expect(outcomesOfRuns(items, [runOf("v15", [1, 1, 1, 1])], metric)).toMatchObject({
    outcomes: { release: "v15" },
    changes: null,
  });
});
