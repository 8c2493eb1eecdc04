import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { GateVerdict } from "@/lib/domain/gate/verdict";
import { describeVerdict } from "@/lib/format/gate/describe-verdict";
import { sha256 } from "@/lib/store/sha256";
import { gateInput } from "@/lib/testing/gate-input";
import { cohortRows, gateId, labelRows, outcomeRows, resolvedFirst } from "@/lib/testing/gate-rows";
import { statVectors } from "@/lib/testing/stat-vectors";
import { formatRecord, makeRecord, recomputeRecord } from "./record";

type Given = Parameters<typeof gateInput>[0];
type Row = Readonly<Record<string, unknown>>;

const decide = (given: Given) => makeRecord(gateInput(given), sha256).verdict;
const stateOf = (given: Given, wanted: string) =>
  decide(given).rules.find(({ rule }) => rule === wanted)?.state;
const good = outcomeRows(resolvedFirst(170));

/** Rows of K repeats: each item's outcomes in the order of its repeats. */
function repeated(outcomesOf: (at: number) => readonly boolean[], count = 200): readonly Row[] {
  return Array.from({ length: count }, (_, at) => at).flatMap((at) =>
    outcomesOf(at).map((resolved, repeat) => ({
      ...{ item: gateId(at), repeat: repeat + 1, score: resolved ? 0.9 : 0.2 },
      ...{ evaluator: "conversation_resolution", version: "21" },
    })),
  );
}

/** A run of which so many cases came out otherwise. */
const flipped = (hits: number, of: number) => ({ release: "v14", hits, of });

describe("repeats of an item", () => {
  const threeTimes = repeated((at) =>
    at < 160 ? [true, at >= 12, true] : [false, false, at < 165],
  );

  it("count by their majority, and the share that disagrees is told", () => {
    const { figures, verdict } = decide({ candidate: threeTimes });
    expect(verdict).toBe("pass_not_proven");
    expect(figures.share).toMatchObject({ resolved: 160, scored: 200 });
    expect(figures.candidate).toMatchObject({ repeats: 3, flips: { hits: 17, of: 200 } });
  });

  it("are not scored where no majority was", () => {
    const { figures } = decide({
      candidate: threeTimes.filter(({ item, repeat }) => item !== gateId(0) || repeat !== 3),
    });
    expect(figures.candidate.unscored).toEqual([
      { item: gateId(0), why: expect.stringMatching(/^2 of 3 repeats .*majority/u) as string },
    ]);
  });

  it("that are even give no share, not even of those that agree", () => {
    const { verdict, input } = makeRecord(
      gateInput({ candidate: repeated((at) => [true, at >= 5]) }),
      sha256,
    );
    expect(verdict.figures.share).toBeNull();
    const { share, rules } = describeVerdict(verdict, input, new Map());
    expect(share).toMatch(/no share: .* 2 times/u);
    expect(JSON.stringify(rules)).not.toContain("100%");
  });

  it.each<[string, Pick<Given, "repeatedRun">, string, string]>([
    ["more than 5% flip", { repeatedRun: flipped(11, 200) }, "not_proven", "flip_rate"],
    ["5% flip", { repeatedRun: flipped(10, 200) }, "met", "proof"],
    ["too few were repeated", { repeatedRun: flipped(5, 29) }, "not_checked", "proof"],
    ["nothing is known of it", {}, "not_checked", "proof"],
  ])("decide of a single run's proof where %s", (_, known, state, decidedBy) => {
    const given = { candidate: good, labels: labelRows(200), ...known };
    expect(stateOf(given, "flip_rate")).toBe(state);
    const { verdict, decidedBy: by } = decide(given);
    expect([verdict, by]).toEqual([
      state === "not_proven" ? "pass_not_proven" : "pass_proven",
      decidedBy,
    ]);
    expect(decide({ ...given, candidate: outcomeRows(resolvedFirst(150)) }).verdict).toBe("block");
  });

  it("carry a gate of which a single run could not", () => {
    expect(stateOf({ candidate: threeTimes }, "flip_rate")).toBe("met");
  });

  it.each<[string, Given]>([
    ["even", { candidate: repeated((at) => [at < 170, at < 170]) }],
    ["not as many as in the baseline", { candidate: threeTimes, baseline: good }],
    ["fewer than the policy asks for", { candidate: good, policy: "minimum: 0.78\nrepeats: 3" }],
  ])("make a run invalid if they are %s", (_, given) => {
    expect(decide(given)).toMatchObject({ verdict: "invalid", decidedBy: "repeats" });
  });
});

describe("figures", () => {
  /** Outcomes by how many are resolved in both runs, only in the first, only in the second, in neither. */
  const pairs = (both: number, onlyFirst: number, onlySecond: number, neither: number) => {
    const kinds = [
      ...Array.from({ length: both }, () => [true, true] as const),
      ...Array.from({ length: onlyFirst }, () => [true, false] as const),
      ...Array.from({ length: onlySecond }, () => [false, true] as const),
      ...Array.from({ length: neither }, () => [false, false] as const),
    ];
    return {
      baseline: outcomeRows(kinds.map(([before]) => before)),
      candidate: outcomeRows(kinds.map(([, after]) => after)),
    };
  };

  it("are those of the published vectors", () => {
    const number = z.number();
    const differences = z.array(
      z.object({
        e: number,
        f: number,
        g: number,
        h: number,
        diff: number,
        lo: number,
        hi: number,
      }),
    );
    for (const vector of statVectors("newcombe_paired_95", differences)) {
      const { paired } = decide(pairs(vector.e, vector.f, vector.g, vector.h)).figures;
      expect(paired?.difference).toBeCloseTo(vector.diff, 8);
      expect(paired?.interval[0]).toBeCloseTo(vector.lo, 8);
      expect(paired?.interval[1]).toBeCloseTo(vector.hi, 8);
    }
    const tests = z.array(z.object({ b: number, c: number, one_sided: number }));
    for (const { b, c, one_sided: chance } of statVectors("mcnemar", tests)) {
      const { paired } = decide(pairs(150, b, c, 50 - b - c)).figures;
      expect(paired?.chance).toBeCloseTo(chance, 8);
    }
  });

  it.each([
    [200, 156, 166],
    [400, 312, 326],
    [1000, 780, 802],
  ])("of %d cases: %d reach the bar, and the bound of %d does", (count, bar, bound) => {
    const cohort = cohortRows(count);
    const shareOf = (resolved: number) => {
      const { share } = decide({
        ...{ cohort, candidate: outcomeRows(resolvedFirst(resolved, count)) },
      }).figures;
      return share ?? { value: 0, lowerBound: 0 };
    };
    expect(shareOf(bar).value).toBeGreaterThanOrEqual(0.78);
    expect(shareOf(bar - 1).value).toBeLessThan(0.78);
    expect(shareOf(bound).lowerBound).toBeGreaterThanOrEqual(0.78);
    expect(shareOf(bound - 1).lowerBound).toBeLessThan(0.78);
  });
});

describe("a replay", () => {
  it("that another evaluator scored is not scored", () => {
    const baseline = outcomeRows(resolvedFirst(170), { evaluator: "oracle" });
    const { verdict, decidedBy, figures } = decide({ candidate: good, baseline });
    expect([verdict, decidedBy]).toEqual(["invalid", "scored"]);
    expect(figures.baseline?.unscored[0]?.why).toBe("not scored by conversation_resolution");
  });

  it("on fewer channels than the case is not scored", () => {
    const candidate = good.map((row, at) => (at === 7 ? { ...row, channels: ["chat"] } : row));
    expect(decide({ candidate }).figures.candidate.unscored).toEqual([
      { item: gateId(7), why: "not replayed on voice" },
    ]);
  });

  it("over an unknown channel is not for that cross-channel", () => {
    const cohort = cohortRows().map((row) => ({ ...row, channels: ["chat", "unknown"] }));
    expect(decide({ cohort, candidate: good }).decidedBy).toBe("cross_channel_size");
  });
});

describe("a policy", () => {
  const strata = cohortRows().map((row, at) => ({
    ...row,
    stratum: at < 190 ? "billing" : "outage",
  }));
  const floor = "minimum: 0.78\nstrata: { outage: 0.5 }";
  const leak = good.map((row, at) => (at === 3 ? { ...row, critical: ["pii_leak"] } : row));

  it("sets floors for strata", () => {
    const half = good.map((row, at) => (at >= 195 ? { ...row, score: 0.9 } : row));
    expect(stateOf({ cohort: strata, candidate: half, policy: floor }, "strata")).toBe("met");
    expect(decide({ cohort: strata, candidate: good, policy: floor })).toMatchObject({
      verdict: "block",
      decidedBy: "strata",
    });
  });

  it("blocks critical failures that the baseline does not have, or reports them", () => {
    expect(decide({ candidate: leak })).toMatchObject({
      ...{ verdict: "block", decidedBy: "critical_failures" },
      figures: { newCritical: [{ item: gateId(3), failure: "pii_leak" }] },
    });
    expect(stateOf({ candidate: leak, baseline: leak }, "critical_failures")).toBe("met");
    expect(stateOf({ candidate: leak, baseline: good }, "critical_failures")).toBe("blocks");
    const policy = "minimum: 0.78\nnew_critical_failures: report";
    expect(decide({ candidate: leak, policy }).verdict).toBe("pass_not_proven");
  });

  it("asks for a baseline, a cohort's hash, all cases or a margin", () => {
    expect(decide({ candidate: good, policy: "minimum: 0.78\nbaseline: required" }).decidedBy).toBe(
      "baseline",
    );
    const { sha256: hash } = decide({ candidate: good }).figures.cohort;
    const pinned = (cohort: string) => `minimum: 0.78\ncohort: ${cohort}`;
    expect(stateOf({ candidate: good, policy: pinned(hash) }, "same_cohort")).toBe("met");
    expect(stateOf({ candidate: good, policy: pinned("other") }, "same_cohort")).toBe("invalid");
    const onOne = {
      cohort: cohortRows(200, 0),
      candidate: good,
      policy: "minimum: 0.78\nscope: all",
    };
    expect(decide(onOne)).toMatchObject({ verdict: "pass_not_proven" });
    const margin = { candidate: good, baseline: good, policy: "non_inferiority_margin: 0.05" };
    expect(decide(margin)).toMatchObject({ verdict: "pass_not_proven", decidedBy: "proof" });
    const worse = { ...margin, candidate: outcomeRows(resolvedFirst(166)) };
    expect(stateOf(worse, "regression")).toBe("met");
    expect(stateOf({ ...worse, policy: "non_inferiority_margin: 0.02" }, "non_inferiority")).toBe(
      "blocks",
    );
  });
});

describe("cases of one customer or scenario", () => {
  const clustered = cohortRows().map((row, at) => ({ ...row, cluster: `c-${String(at >> 2)}` }));

  it("count for fewer if they come out alike", () => {
    const candidate = outcomeRows(resolvedFirst(168));
    const { figures, verdict } = decide({ cohort: clustered, candidate, labels: labelRows(500) });
    expect(figures.cohort.clusters).toBe(50);
    expect(figures.share?.effective).toBeCloseTo(50);
    expect(verdict).toBe("pass_not_proven");
    expect(decide({ candidate, labels: labelRows(500) }).verdict).toBe("pass_proven");
  });

  it("widen the interval of the difference", () => {
    const baseline = outcomeRows(resolvedFirst(170).map((resolved, at) => resolved && at >= 8));
    const width = (given: Given) => {
      const [low, high] = decide(given).figures.paired?.interval ?? [0, 0];
      return high - low;
    };
    const plain = width({ candidate: good, baseline });
    expect(width({ cohort: clustered, candidate: good, baseline })).toBeGreaterThan(1.5 * plain);
  });
});

describe("a verdict", () => {
  const outcome = fc.constantFrom(true, true, true, true, false, null);
  const outcomes = fc.array(outcome, { minLength: 200, maxLength: 200 });
  const seed = fc.integer();

  /** Rows in an order drawn by a number. */
  const shuffled = (rows: readonly Row[], by: number) =>
    rows
      .map((row, at) => ({ row, key: Math.sin(by + at * 12.9898) }))
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row);

  it("is the same whatever the order of the rows", () => {
    fc.assert(
      fc.property(outcomes, outcomes, seed, (before, after, by) => {
        const given = { cohort: cohortRows(), candidate: outcomeRows(after) };
        const baseline = outcomeRows(before);
        const labels = labelRows(60);
        const plain = makeRecord(gateInput({ ...given, baseline, labels }), sha256);
        const mixed = makeRecord(
          gateInput({
            cohort: shuffled(given.cohort, by),
            candidate: shuffled(given.candidate, by),
            baseline: shuffled(baseline, by),
            labels: shuffled(labels, by),
          }),
          sha256,
        );
        expect(formatRecord(mixed)).toBe(formatRecord(plain));
      }),
    );
  });

  it("is the same whatever the order of the repeats, but for the hash of the run", () => {
    const three = fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), {
      ...{ minLength: 200, maxLength: 200 },
    });
    fc.assert(
      fc.property(three, fc.nat(2), (drawn, turn) => {
        const withoutHash = ({ figures: { candidate, ...figures }, ...rest }: GateVerdict) => ({
          ...rest,
          figures: { ...figures, candidate: { ...candidate, sha256: "" } },
        });
        const turned = drawn.map((each) => [...each.slice(turn), ...each.slice(0, turn)]);
        const [plain, other] = [drawn, turned].map((all) =>
          withoutHash(decide({ candidate: repeated((at) => all[at] ?? []) })),
        );
        expect(other).toEqual(plain);
      }),
    );
  });

  it("never gets worse when a failed case is resolved instead", () => {
    const ranks = ["invalid", "block", "pass_not_proven", "pass_proven"];
    const rank = (given: Given) => ranks.indexOf(decide(given).verdict);
    fc.assert(
      fc.property(outcomes, fc.nat(199), (after, at) => {
        const given = { baseline: outcomeRows(resolvedFirst(160)), labels: labelRows(60) };
        const better = after.map((each, place) => (place === at && each === false ? true : each));
        expect(rank({ ...given, candidate: outcomeRows(better) })).toBeGreaterThanOrEqual(
          rank({ ...given, candidate: outcomeRows(after) }),
        );
      }),
    );
  });

  it("is recomputed from its record byte for byte, and an altered byte is seen", () => {
    const line = formatRecord(
      makeRecord(
        gateInput({
          candidate: good,
          baseline: outcomeRows(resolvedFirst(168)),
          labels: labelRows(60),
        }),
        sha256,
      ),
    );
    expect(recomputeRecord(line, sha256)).toMatchObject({ kind: "recomputed", differing: [] });
    const altered: readonly (readonly [string, string, readonly string[]])[] = [
      ['"verdict":"pass_proven"', '"verdict":"block"', ["verdict"]],
      ['"resolved":true', '"resolved":false', ["labels", "verdict"]],
      ['"notProven":"allow"', '"notProven":"block"', ["policy"]],
      ['{"gateVersion"', '{ "gateVersion"', ["text"]],
    ];
    for (const [from, to, differing] of altered) {
      expect(recomputeRecord(line.replace(from, to), sha256)).toMatchObject({ differing });
    }
    expect(
      recomputeRecord(line.replace(/"gateVersion":\d+/u, '"gateVersion":9'), sha256),
    ).toMatchObject({ kind: "other-version", version: 9 });
    expect(recomputeRecord("{}", sha256)).toEqual({ kind: "unreadable" });
  });
});
