import { describe, expect, it } from "vitest";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import { gateInput } from "@/lib/testing/gate-input";
import { gateId } from "@/lib/testing/gate-rows";
import { seededRandom } from "@/lib/testing/seeded-random";
import { decideGate } from "../decide";
import { cohortHealth, type HealthInput } from "./cohort-health";

const random = seededRandom(17);
const chance = () => (random.below(1e9) + 0.5) / 1e9;

/** Items of which so many, the first, go over two channels, and each `perCluster` share a customer. */
function itemsOf(count: number, crossing = count, perCluster = 1): readonly CohortItem[] {
  return Array.from({ length: count }, (_, at) => ({
    id: gateId(at),
    channels: at < crossing ? ["chat", "voice"] : ["chat"],
    cluster: perCluster === 1 ? null : `customer-${String(Math.floor(at / perCluster))}`,
    stratum: at % 4 === 0 ? null : at % 2 === 0 ? "refund" : "outage",
    expected: at < 190 ? "told by when" : null,
  }));
}
const healthOf = (items: readonly CohortItem[], more: Partial<HealthInput> = {}) =>
  cohortHealth({
    items,
    policy: { scope: "cross_channel", minimum: 0.78 },
    outcomes: null,
    changes: null,
    production: null,
    ...more,
  });

/** Draws of things in threes, two of which agree with the cluster's own draw with chance ρ. */
function inThrees<T>(count: number, correlation: number, draw: () => T): readonly T[] {
  let own = draw();
  return Array.from({ length: count }, (_, at) => {
    if (at % 3 === 0) own = draw();
    return chance() < Math.sqrt(correlation) ? own : draw();
  });
}

describe("cohortHealth", () => {
  it("counts size, cross-channel cases, strata, and what has no expected outcome", () => {
    const health = healthOf(itemsOf(200, 140));
    expect(health).toMatchObject({ items: 200, crossChannel: 140, inScope: 140 });
    expect(health.strata).toEqual([
      { stratum: "outage", items: 100, crossChannel: 70, cases: null },
      { stratum: "refund", items: 50, crossChannel: 35, cases: null },
      { stratum: null, items: 50, crossChannel: 35, cases: null },
    ]);
    expect(health.withoutExpected).toEqual(Array.from({ length: 10 }, (_, at) => gateId(190 + at)));
    expect(healthOf([])).toMatchObject({
      ...{ items: 0, strata: [], duplicates: [], effective: { items: 0, clusters: 0 } },
      power: { bar: null, paired: { drop: null } },
    });
  });

  it("takes cases of a customer for fewer: 200 in threes are 143 at the assumed correlation", () => {
    const { effective } = healthOf(itemsOf(200, 200, 3));
    expect(Math.round(effective.items)).toBe(143);
    expect(effective).toMatchObject({
      ...{ clusters: 67, largestCluster: 3, correlation: 0.2, measuredOn: null },
    });
    expect(healthOf(itemsOf(200)).effective).toMatchObject({ items: 200, designEffect: 1 });
  });

  it("measures the correlation on a run's outcomes, as the gate's interval does", () => {
    const items = itemsOf(3_000, 3_000, 3);
    const drawn = inThrees(3_000, 0.4, () => chance() < 0.8);
    const resolved = new Map(items.map(({ id }, at) => [id, drawn[at] === true]));
    const { effective } = healthOf(items, { outcomes: { release: "v15", resolved } });
    expect(effective.measuredOn).toBe("v15");
    expect(effective.correlation).toBeGreaterThan(0.34);
    expect(effective.correlation).toBeLessThan(0.46);
    const cohort = items.map((item) => ({ ...item }));
    const candidate = cohort.map(({ id }) => ({
      ...{ item: id, score: resolved.get(id) === true ? 1 : 0 },
      ...{ evaluator: "conversation_resolution", version: "21" },
    }));
    const hashes = {
      cohort: "c",
      items: "i",
      candidate: "r",
      baseline: null,
      labels: "l",
      repeatedRun: null,
      policy: "p",
    };
    const { share } = decideGate(gateInput({ cohort, candidate }), hashes).figures;
    expect(effective.items).toBeCloseTo(share?.effective ?? 0, 5);
    const allResolved = new Map(items.map(({ id }) => [id, true]));
    const none = healthOf(items, { outcomes: { release: "v15", resolved: allResolved } });
    expect(none.effective).toMatchObject({ correlation: 0.2, measuredOn: null });
  });

  it("sees a drop of 6 to 7 points with 200 independent cases, and 3 below the bar", () => {
    const { power } = healthOf(itemsOf(200));
    expect(power.bar?.drop).toBeGreaterThan(0.028);
    expect(power.bar?.drop).toBeLessThan(0.03);
    expect(power.paired.drop).toBeGreaterThan(0.06);
    expect(power.paired.drop).toBeLessThan(0.07);
    const few = healthOf(itemsOf(200, 140, 3)).power;
    expect(few.paired.drop ?? 0).toBeGreaterThan(power.paired.drop ?? 1);
    const calm = healthOf(itemsOf(200), { changes: { runs: "v13 and v14", fixed: 2, of: 200 } });
    expect(calm.power.paired).toMatchObject({ fixed: 0.01, measuredOn: "v13 and v14" });
    expect(calm.power.paired.drop ?? 1).toBeLessThan(power.paired.drop ?? 0);
  });

  it("names drops that the gate blocks in four of five runs or more, also of clustered cases", () => {
    const items = itemsOf(201, 201, 3);
    const { power } = healthOf(items);
    const [drop, fixed] = [power.paired.drop ?? 0, power.paired.fixed];
    const ids = items.map(({ id }) => id);
    const fixture = gateInput({
      cohort: items.map((item) => ({ ...item })),
      candidate: [{ item: ids[0], error: "none" }],
    });
    const runOf = (isResolved: (at: number) => boolean) => ({
      ...{ release: "v15", cohort: null },
      outcomes: ids.map((item, at) => ({
        ...{ item, repeat: 1, error: null, evaluator: "conversation_resolution", version: "21" },
        ...{ score: isResolved(at) ? 1 : 0, channels: null, critical: [] },
      })),
    });
    const hashes = {
      cohort: "c",
      items: "i",
      candidate: "r",
      baseline: "b",
      labels: "l",
      repeatedRun: null,
      policy: "p",
    };
    const blockedBy = (rule: string, input: Parameters<typeof decideGate>[0]) =>
      decideGate(input, hashes).rules.some((each) => each.rule === rule && each.state === "blocks");
    const runs = 120;
    let [regressions, below] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const changes = inThrees(ids.length, 0.2, () => {
        const at = chance();
        if (at < drop + fixed) return [true, false] as const;
        const both = at < 0.85;
        return at < drop + 2 * fixed ? ([false, true] as const) : ([both, both] as const);
      });
      const candidate = runOf((at) => changes[at]?.[1] === true);
      const baseline = runOf((at) => changes[at]?.[0] === true);
      if (blockedBy("regression", { ...fixture, candidate, baseline })) regressions += 1;
      const shares = inThrees(ids.length, 0.2, () => chance() < 0.78 - (power.bar?.drop ?? 0));
      const low = runOf((at) => shares[at] === true);
      if (blockedBy("minimum", { ...fixture, candidate: low })) below += 1;
    }
    const error = 3 * Math.sqrt(0.16 / runs);
    expect(regressions / runs).toBeGreaterThan(0.8 - error);
    expect(below / runs).toBeGreaterThan(0.8 - error);
    expect(below / runs).toBeLessThan(0.8 + error);
  });

  it("names strata of production that no case is of, with their share", () => {
    const strata = [
      { stratum: "refund", cases: 500 },
      { stratum: "billing", cases: 60 },
      { stratum: "cancel", cases: 440 },
      { stratum: "never", cases: 0 },
    ];
    const { production, strata: own } = healthOf(itemsOf(200), {
      production: { days: 30, strata },
    });
    expect(production).toEqual({
      ...{ days: 30, cases: 1_000, missingShare: 0.5 },
      missing: [
        { stratum: "cancel", cases: 440 },
        { stratum: "billing", cases: 60 },
      ],
    });
    expect(own.map(({ stratum, cases }) => [stratum, cases])).toEqual([
      ["outage", 0],
      ["refund", 500],
      [null, null],
    ]);
  });

  it("finds one case under two ids, but not by a mere greeting", () => {
    const [one, two, three, four] = itemsOf(4);
    if (!one || !two || !three || !four) throw new Error("too few items");
    const opening = (text: string) => ({ opening: [{ channel: "chat" as const, text }] });
    const complaint = "My invoice of March has been paid twice, please look into it.";
    const items = [
      { ...one, ...opening(complaint), source: "C-1" },
      { ...two, ...opening("Hello there"), source: "import" },
      { ...three, ...opening(complaint.replace("paid ", "PAID\n")), source: "C-2" },
      { ...four, ...opening("Hello there"), source: "C-1" },
      { ...two, source: "import" },
    ];
    expect(healthOf(items).duplicates).toEqual([
      { ids: [gateId(1), gateId(1)], because: "same id" },
      { ids: [gateId(0), gateId(3)], because: "same source" },
      { ids: [gateId(0), gateId(2)], because: "same opening" },
    ]);
  });
});
