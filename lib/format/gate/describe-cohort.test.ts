import { describe, expect, it } from "vitest";
import type { CohortHealth } from "@/lib/domain/gate/cohort-health";
import { describeCohort } from "./describe-cohort";
import { describeDraw } from "./describe-draw";

const health: CohortHealth = {
  ...{ items: 200, crossChannel: 148, scope: "cross_channel", inScope: 148 },
  effective: {
    ...{ items: 116.4, clusters: 66, largestCluster: 5, designEffect: 1.27 },
    ...{ correlation: 0.2, measuredOn: null },
  },
  power: {
    power: 0.8,
    bar: { minimum: 0.78, drop: 0.031 },
    paired: { drop: 0.0812, fixed: 0.03, measuredOn: null },
  },
  strata: [
    { stratum: "outage", items: 60, crossChannel: 50, cases: 300 },
    { stratum: "refund", items: 130, crossChannel: 98, cases: 660 },
    { stratum: null, items: 10, crossChannel: 0, cases: null },
  ],
  production: {
    ...{ days: 30, cases: 1_000, missingShare: 0.04 },
    missing: [
      { stratum: "billing", cases: 30 },
      { stratum: "cancel", cases: 9 },
      { stratum: "move", cases: 1 },
    ],
  },
  duplicates: [],
  withoutExpected: [],
};
const ledeOf = (more: Partial<CohortHealth>) => describeCohort({ ...health, ...more }).lede;

describe("describeCohort", () => {
  it("says first how many cases there are, what the gate can see and what is missing", () => {
    expect(describeCohort(health).lede).toBe(
      "200 cases, 148 of them over two channels or more; the gate can see a drop of 9 points. 3 case types of the last 30 days are missing.",
    );
  });

  it.each<[Partial<CohortHealth>, string]>([
    [{ items: 0, crossChannel: 0 }, "No cases yet."],
    [
      { items: 1, crossChannel: 1, production: null },
      "1 case, over two channels or more; the gate needs at least 200.",
    ],
    [
      { crossChannel: 0, inScope: 0, production: null },
      "200 cases, none of them over two channels; the gate needs at least 100 over two channels.",
    ],
    [
      {
        ...{ items: 240, crossChannel: 240, inScope: 240 },
        power: { ...health.power, paired: { drop: null, fixed: 0.03, measuredOn: null } },
        production: {
          ...{ days: 30, cases: 1_000, missingShare: 0.03 },
          missing: [{ stratum: "billing", cases: 30 }],
        },
      },
      "240 cases, all of them over two channels or more; the gate cannot see a drop. 1 case type of the last 30 days is missing.",
    ],
    [
      {
        ...{ crossChannel: 40, scope: "all", inScope: 200, production: null },
        power: { ...health.power, paired: { ...health.power.paired, drop: 0.00999 } },
      },
      "200 cases, 40 of them over two channels or more; the gate can see a drop of 1 point.",
    ],
  ])("says of %j", (more, lede) => {
    expect(ledeOf(more)).toBe(lede);
  });

  it("says how sure a verdict can be, and what that rests on", () => {
    expect(describeCohort(health).certainty).toEqual([
      "The 148 cross-channel cases are of 66 customers or scenarios, one of which has 5 of them. With outcomes that correlate by 0.2 within one (assumed), they are as much evidence as 116 independent cases.",
      "A release that is 9 points worse than its baseline is blocked for that in 8 of 10 runs or more, if at the same time 3% of the cases come out better (assumed).",
      "A release that is 4 points below the bar of 78% is blocked by the bar in 8 of 10 runs or more.",
    ]);
    const measured = describeCohort({
      ...health,
      effective: { ...health.effective, clusters: 148 },
      power: {
        power: 0.8,
        bar: null,
        paired: { drop: 0.03, fixed: 0.004, measuredOn: "v13 and v14" },
      },
    });
    expect(measured.certainty).toEqual([
      "No two of the 148 cross-channel cases share a customer or scenario, so each counts in full.",
      "A release that is 3 points worse than its baseline is blocked for that in 8 of 10 runs or more, if at the same time 0.4% of the cases come out better (as between v13 and v14).",
    ]);
  });

  it("warns of what is missing, what is alike and what has no expected outcome", () => {
    const ids = Array.from({ length: 8 }, (_, at) => `case-${String(at)}`);
    const { warnings } = describeCohort({
      ...health,
      duplicates: [
        { ids: ["a", "a"], because: "same id" },
        { ids: ["b", "c"], because: "same source" },
        { ids, because: "same opening" },
      ],
      withoutExpected: ids,
    });
    expect(warnings).toEqual([
      "No case is of “billing”, “cancel” or “move”: 4% of the cases of the last 30 days.",
      "a is in it more than once.",
      "b and c were made of one production case.",
      "case-0, case-1, case-2, case-3, case-4 and 3 more open with the same words.",
      "No expected outcome is stated for case-0, case-1, case-2, case-3, case-4 and 3 more: whoever reads a failure has nothing to compare it with.",
    ]);
    expect(describeCohort({ ...health, production: null }).warnings).toEqual([]);
    expect(
      describeCohort({ ...health, production: null, items: 8, withoutExpected: ids }).warnings,
    ).toEqual([
      "No case has an expected outcome: whoever reads a failure has nothing to compare it with.",
    ]);
  });

  it("lists missing case types first, then those with most cases", () => {
    expect(
      describeCohort(health).strata.map(({ stratum, items, share, production, isMissing }) =>
        [stratum, items, share, production ?? "–", isMissing ? "missing" : ""].join(" "),
      ),
    ).toEqual([
      "billing 0 0% 3.0% missing",
      "cancel 0 0% 0.9% missing",
      "move 0 0% 0.1% missing",
      "refund 130 65% 66.0% ",
      "outage 60 30% 30.0% ",
      "not stated 10 5% – ",
    ]);
  });
});

describe("describeDraw", () => {
  const day = (date: string) => Date.parse(date) * 1000;
  const draw: Parameters<typeof describeDraw>[0] = {
    request: {
      ...{ method: "stratified", by: ["intent", "channelPath", "risk"] },
      ...{ size: 200, seed: 7, crossChannelShare: 0.7 },
    },
    by: ["intent", "channelPath", "risk"],
    ...{ population: 3_412, crossChannelPopulation: 900 },
    openedUs: [day("2026-10-24T08:00Z"), day("2026-11-23T08:00Z")],
    ...{ crossChannel: 140, crossChannelWish: 140 },
  };

  it("says of what, by what and with which seed", () => {
    expect(describeDraw(draw)).toBe(
      "Drawn at random from 3,412 cases opened from 24 Oct 2026 to 23 Nov 2026, in proportion to intent, channel path and risk, with the seed 7. 140 were to go over two channels or more, and did.",
    );
  });

  it("says where a wish could not be met, and what risk counts for", () => {
    expect(
      describeDraw({
        ...{ ...draw, crossChannel: 96, openedUs: null, by: ["risk"] },
        request: { ...draw.request, method: "risk_based", by: ["risk"] },
      }),
    ).toBe(
      "Drawn at random from 3,412 cases, in proportion to risk, with the seed 7. A case of high risk counted four times, one of medium risk twice. 140 were to go over two channels or more; there were only 96.",
    );
    expect(describeDraw({ ...draw, crossChannel: 150 })).toMatch(/for want of others 150 did\.$/u);
    expect(describeDraw({ ...draw, crossChannelWish: null })).toMatch(/seed 7\.$/u);
  });
});
