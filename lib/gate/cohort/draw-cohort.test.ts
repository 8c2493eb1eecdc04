import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CohortCandidate, DrawRequest } from "@/lib/domain/gate/cohort-draw";
import { seededRandom } from "@/lib/testing/seeded-random";
import { drawCohort } from "./draw-cohort";
import { stratumIn } from "./stratum-name";

const request: DrawRequest = {
  method: "stratified",
  size: 200,
  seed: 7,
  by: ["intent", "channelPath", "risk"],
  crossChannelShare: null,
};

/** A workspace's cases: one of four goes over two channels. */
function candidates(count: number): readonly CohortCandidate[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, (_, at) => {
    const path = random.pick(["chat", "voice", "email", "chat>voice"] as const);
    return {
      caseId: `C-${String(at)}`,
      cluster: `customer-${String(random.below(count / 3))}`,
      channels: path === "chat>voice" ? (["chat", "voice"] as const) : [path],
      channelPath: path,
      intent: random.pick(["refund", "refund", "outage", null]),
      risk: random.pick(["low", "low", "medium", "high", null] as const),
      openedUs: 1_000 + at,
    };
  });
}
const all = candidates(4_000);
const ids = ({ drawn }: ReturnType<typeof drawCohort>) =>
  drawn.map(({ candidate }) => candidate.caseId);

describe("drawCohort", () => {
  it("draws each stratum in proportion, one at least", () => {
    const { drawn, strata, population, openedUs } = drawCohort(all, request);
    expect([drawn.length, new Set(drawn).size, population]).toEqual([200, 200, 4_000]);
    expect(openedUs).toEqual([1_000, 4_999]);
    expect(strata.map(({ stratum }) => stratum)).toContain("refund, chat > voice, high risk");
    expect(strata.map(({ stratum }) => stratum)).toContain(
      "intent not known, email, risk not stated",
    );
    for (const each of strata) {
      expect(each.drawn).toBeGreaterThanOrEqual(1);
      expect(Math.abs(each.drawn - each.population / 20)).toBeLessThan(1);
    }
  });

  it("draws as many cross-channel cases as are wished for, as far as there are", () => {
    const shares = [0.7, 0, 1].map((crossChannelShare) =>
      drawCohort(all, { ...request, crossChannelShare }),
    );
    expect(shares.map(({ crossChannel }) => crossChannel)).toEqual([140, 0, 200]);
    expect(shares.map(({ crossChannelWish }) => crossChannelWish)).toEqual([140, 0, 200]);
    const few = all.filter(({ channels }, at) => channels.length === 1 || at < 100);
    const { crossChannel, crossChannelPopulation, drawn } = drawCohort(few, {
      ...request,
      crossChannelShare: 0.7,
    });
    expect(crossChannel).toBe(crossChannelPopulation);
    expect(crossChannel).toBeLessThan(140);
    expect(drawn).toHaveLength(200);
    const onlyCrossing = all.filter(({ channels }) => channels.length > 1);
    expect(drawCohort(onlyCrossing, { ...request, crossChannelShare: 0.5 }).crossChannel).toBe(200);
  });

  it("draws a case of high risk four times as often as one of low risk where risk decides", () => {
    const drawn = drawCohort(all, { ...request, method: "risk_based", by: ["intent"] });
    const rate = (risk: string) => {
      const strata = drawn.strata.filter(({ stratum }) => stratum.endsWith(`, ${risk}`));
      const sum = (key: "drawn" | "population") =>
        strata.reduce((total, each) => total + each[key], 0);
      return sum("drawn") / sum("population");
    };
    expect(rate("high risk") / rate("low risk")).toBeCloseTo(4, 0);
    expect(rate("medium risk") / rate("low risk")).toBeCloseTo(2, 0);
    expect(rate("risk not stated") / rate("low risk")).toBeCloseTo(1, 0);
  });

  it("takes paths too rare for one case as one stratum, so that common ones keep their share", () => {
    const rare = ["sms>chat", "chat>sms>chat", "sms>chat>sms", "chat>sms"];
    const tail = all.slice(0, 60).map((candidate, at): CohortCandidate => ({
      ...{ ...candidate, caseId: `T-${String(at)}` },
      ...{ channelPath: rare[at % 4] ?? "", channels: ["chat", "sms"] },
    }));
    const wanted: DrawRequest = { ...request, by: ["channelPath"], size: 67 };
    const draw = drawCohort([...all, ...tail], wanted);
    expect(draw.strata.map(({ stratum }) => stratum)).toEqual([
      ...["chat", "chat > voice", "email", "other path", "voice"],
    ]);
    expect(draw.strata[3]).toEqual({ stratum: "other path", population: 60, drawn: 1 });
    const stratumOf = stratumIn(draw);
    const names = [all[0], tail[0], tail[3]].map((each) => each && stratumOf(each));
    expect(names).toEqual([all[0]?.channelPath.replace(">", " > "), "other path", "other path"]);
    const social = { ...request, channelPath: "social", channels: ["social" as const] };
    expect(stratumOf({ ...social, intent: null, risk: null })).toBe("other channel");
    const wished = drawCohort([...all, ...tail], { ...request, size: 60, crossChannelShare: 0.7 });
    for (const each of wished.drawn) expect(stratumIn(wished)(each.candidate)).toBe(each.stratum);
    expect(wished.strata.filter(({ stratum }) => stratum.includes("other "))).not.toEqual([]);
  });

  it("draws the same cases of the same candidates in any order, others with another seed", () => {
    const some = all.slice(0, 120);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...some], { minLength: some.length, maxLength: some.length }),
        fc.constantFrom("stratified" as const, "risk_based" as const),
        fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
        (shuffled, method, crossChannelShare) => {
          const wanted = { ...request, size: 40, method, crossChannelShare };
          expect(drawCohort(shuffled, wanted)).toEqual(drawCohort(some, wanted));
        },
      ),
      { numRuns: 50 },
    );
    expect(ids(drawCohort(all, { ...request, seed: 8 }))).not.toEqual(
      ids(drawCohort(all, request)),
    );
  });

  it("draws every case of a stratum equally often", () => {
    const few = all.filter(({ intent }) => intent === "outage").slice(0, 12);
    const times = new Map<string, number>();
    for (let seed = 0; seed < 3_000; seed += 1) {
      const wanted: DrawRequest = { ...request, seed, size: 3, by: ["intent"] };
      for (const id of ids(drawCohort(few, wanted))) times.set(id, (times.get(id) ?? 0) + 1);
    }
    // 750 ± 24; four standard errors.
    for (const { caseId } of few) expect(Math.abs((times.get(caseId) ?? 0) - 750)).toBeLessThan(96);
  });

  it("draws what there is of a small workspace, and nothing of none", () => {
    expect(ids(drawCohort(all.slice(0, 5), request))).toHaveLength(5);
    expect(drawCohort([], { ...request, crossChannelShare: 0.7 })).toMatchObject({
      ...{ population: 0, drawn: [], strata: [], openedUs: null },
    });
  });
});
