import { describe, expect, it } from "vitest";
import type { RunOutcome } from "@/lib/domain/gate/run";
import { runOfReplays, type BroughtRun } from "./run-of-replays";

const metric = "conversation_resolution";
const cohort = {
  ...{ name: "golden", version: 2, sha256: "f".repeat(64) },
  items: ["a", "b", "c"].map((id) => ({ id })),
};

type ReplayOf = BroughtRun["replays"][number];

const outcome = (item: string, more: Partial<RunOutcome> = {}): RunOutcome => ({
  ...{ item, repeat: 1, score: 0.9, error: null, evaluator: metric, version: "21" },
  ...{ channels: ["chat"], critical: [], ...more },
});

const replay = (item: string, more: Partial<ReplayOf> = {}): ReplayOf => ({
  ...{ run: "v15-1", item, repeat: 1, release: null, cohort: null, actions: null },
  ...{ outcomes: [outcome(item)], ...more },
});

const brought = (more: Partial<BroughtRun> = {}): BroughtRun => ({
  ...{ run: "v15-1", release: "v15", cohort: null, missing: [] },
  ...{ replays: ["a", "b", "c"].map((id) => replay(id)), ...more },
});

const judged = (more: Partial<BroughtRun>) => runOfReplays(brought(more), cohort, metric);
const errors = (more: Partial<BroughtRun>) =>
  judged(more).outcomes.map(({ item, repeat, error }) => [item, repeat, error]);

describe("a stored run as the gate judges it", () => {
  it("has the outcomes of one evaluator, by item and repeat, whatever the order of its replays", () => {
    const other = outcome("a", { evaluator: "customer_sentiment", score: 0.1 });
    const first = replay("a", { outcomes: [other, outcome("a", { score: 0.2 })] });
    const second = replay("a", {
      repeat: 2,
      outcomes: [outcome("a", { repeat: 2, score: 0.3 }), other],
    });
    const replays = [replay("c"), second, replay("b"), first];
    const { outcomes } = judged({ replays });
    expect(outcomes.map(({ item, repeat, score }) => [item, repeat, score])).toEqual([
      ...[
        ["a", 1, 0.2],
        ["a", 2, 0.3],
      ],
      ...[
        ["b", 1, 0.9],
        ["c", 1, 0.9],
      ],
    ]);
    expect(judged({ replays: replays.toReversed() }).outcomes).toEqual(outcomes);
  });

  it("does not score an item without a replay, and says why", () => {
    const missing = [{ item: "b", why: "the command timed out after 30m" }];
    const replays = [replay("a", { repeat: 3, outcomes: [outcome("a", { repeat: 3 })] })];
    expect(errors({ replays, missing })).toEqual([
      ["a", 3, null],
      ["b", 3, "the command timed out after 30m"],
      ["c", 3, expect.stringContaining("no replay")],
    ]);
    expect(errors({ replays: [], missing: [] })[0]).toEqual([
      "a",
      1,
      expect.stringContaining("no replay"),
    ]);
  });

  it("does not score what its evaluator says nothing of, keeps its critical failures, and a failed one's reason", () => {
    const silent = outcome("a", { evaluator: "customer_sentiment", critical: ["pii_leak"] });
    const failed = outcome("b", {
      ...{ evaluator: null, version: null, score: null },
      error: "the replay failed: no audio",
    });
    const replays = [
      replay("a", { outcomes: [silent] }),
      replay("b", { outcomes: [failed] }),
      replay("c"),
    ];
    const { outcomes } = judged({ replays });
    expect(outcomes.map(({ score, error, critical }) => [score, error, critical])).toEqual([
      [null, expect.stringContaining(metric), ["pii_leak"]],
      [null, "the replay failed: no audio", []],
      [0.9, null, []],
    ]);
  });

  it("does not score replays of another release than the run's", () => {
    const replays = [replay("a", { release: "v14" }), replay("b", { release: "v15" }), replay("c")];
    expect(errors({ replays })).toEqual([
      ["a", 1, expect.stringContaining("release v14")],
      ["b", 1, null],
      ["c", 1, null],
    ]);
  });

  it("is of the release that was stated, else of the only one that its replays name, else of its own name", () => {
    const of = (...releases: readonly (string | null)[]) =>
      releases.map((release, at) => replay("abc".charAt(at), { release }));
    expect(judged({ replays: of("v14") }).release).toBe("v15");
    expect(judged({ release: null, replays: of("v14", null) }).release).toBe("v14");
    expect(judged({ release: null, replays: of("v14", "v13") }).release).toBe("v15-1");
    expect(judged({ release: null, replays: of(null) }).release).toBe("v15-1");
  });

  it("is of the cohort that was stated, else of the one that its replays name exactly", () => {
    const of = (...cohorts: readonly (string | null)[]) =>
      judged({ replays: cohorts.map((each, at) => replay("abc".charAt(at), { cohort: each })) })
        .cohort;
    expect(judged({ cohort: "e".repeat(64) }).cohort).toBe("e".repeat(64));
    expect(of(null)).toBeNull();
    expect(of("golden")).toBeNull();
    expect(of("golden", "golden@2")).toBe(cohort.sha256);
    expect(of(cohort.sha256)).toBe(cohort.sha256);
    expect(of("golden@2", "golden@1")).toBe("golden@1");
    expect(of("golden", "other")).toBe("other");
  });
});
