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
    expect(describeCohort(health).lede).toMatch(
      /^200 cases, 148 .* two channels .* 9 points\. 3 case types .* 30 days are missing\.$/u,
    );
  });

  it.each<[Partial<CohortHealth>, RegExp]>([
    [{ items: 0, crossChannel: 0 }, /^No cases/u],
    [{ items: 1, crossChannel: 1, production: null }, /^1 case, over two .* at least 200\.$/u],
    [{ crossChannel: 0, inScope: 0, production: null }, /^200 cases, none .* at least 100 .* two/u],
    [
      {
        ...{ items: 240, crossChannel: 240, inScope: 240 },
        power: { ...health.power, paired: { drop: null, fixed: 0.03, measuredOn: null } },
        production: {
          ...{ days: 30, cases: 1_000, missingShare: 0.03 },
          missing: [{ stratum: "billing", cases: 30 }],
        },
      },
      /^240 cases, all .* cannot see .* 1 case type .* is missing\.$/u,
    ],
    [
      {
        ...{ crossChannel: 40, scope: "all", inScope: 200, production: null },
        power: { ...health.power, paired: { ...health.power.paired, drop: 0.00999 } },
      },
      /^200 cases, 40 .* 1 point\.$/u,
    ],
  ])("says of %j", (more, lede) => {
    expect(ledeOf(more)).toMatch(lede);
  });

  it("says how sure a verdict can be, and what that rests on", () => {
    expect(describeCohort(health).certainty).toEqual([
      expect.stringMatching(/148 .* 66 .* 5 .* 0\.2 .*\(assumed\).* 116 independent/u),
      expect.stringMatching(/ 9 points .* 8 of 10 .* 3% .*\(assumed\)/u),
      expect.stringMatching(/ 4 points .* 78% .* 8 of 10 /u),
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
      expect.stringMatching(/^No two of the 148 /u),
      expect.stringMatching(/ 3 points .* 0\.4% .* v13 and v14\)/u),
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
      expect.stringMatching(/“billing”, “cancel” or “move”: 4% .* 30 days/u),
      expect.stringMatching(/^a .*more than once/u),
      expect.stringMatching(/^b and c .*one production case/u),
      expect.stringMatching(/^case-0, .*, case-4 and 3 more .*same words/u),
      expect.stringMatching(/expected outcome .* case-0, .*, case-4 and 3 more:/u),
    ]);
    expect(describeCohort({ ...health, production: null }).warnings).toEqual([]);
    expect(
      describeCohort({ ...health, production: null, items: 8, withoutExpected: ids }).warnings,
    ).toEqual([expect.stringMatching(/^No case .*expected outcome/u)]);
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
    expect(describeDraw(draw)).toMatch(
      / 3,412 cases .* 24 Oct 2026 to 23 Nov 2026, .* intent, channel path and risk, .* 7\. 140 .* and did\.$/u,
    );
  });

  it("says where a wish could not be met, and what risk counts for", () => {
    expect(
      describeDraw({
        ...{ ...draw, crossChannel: 96, openedUs: null, by: ["risk"] },
        request: { ...draw.request, method: "risk_based", by: ["risk"] },
      }),
    ).toMatch(/ 3,412 cases, .* risk, .* 7\. .* four times, .* twice\. 140 .* only 96\.$/u);
    expect(describeDraw({ ...draw, crossChannel: 150 })).toMatch(/ 150 did\.$/u);
    expect(describeDraw({ ...draw, crossChannelWish: null })).toMatch(/seed 7\.$/u);
  });
});
