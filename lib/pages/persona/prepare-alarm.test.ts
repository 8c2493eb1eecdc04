import { expect, it } from "vitest";
import type { Acknowledgement } from "@/lib/domain/settings/acknowledgement";
import type { ThinDrift } from "@/lib/analytics/persona/thin-drift";
import { openAlarms } from "@/lib/analytics/persona/open-alarms";
import { prepareAlarm, type AlarmFacts } from "./prepare-alarm";

const series = (outsideUs: number | null) =>
  ({
    channel: "voice",
    attribute: "formality",
    drift: { kind: "thin", alarm: outsideUs === null ? null : { outsideUs } },
  }) as const;
const said: Acknowledgement = {
  ...{ channel: "voice", attribute: "formality", contract: 1 },
  ...{ note: "v9 brings it back", by: "ann", atUs: 100 },
};
const facts: AlarmFacts = {
  ...{ contract: 1, names: new Map([["ann", "Ann Berg"]]), acknowledgements: [said] },
};

it("an alarm is open until somebody acknowledges it, and a later one is open again", () => {
  const acknowledgedIn = (outsideUs: number, contract = 1) =>
    prepareAlarm(series(outsideUs), { ...facts, contract })?.acknowledged;
  expect(acknowledgedIn(50)).toEqual({ by: "Ann Berg, 1 Jan 1970", note: "v9 brings it back" });
  expect(acknowledgedIn(101)).toBeNull();
  expect(acknowledgedIn(50, 2)).toBeNull();
  expect(prepareAlarm(series(null), facts)).toBeNull();
  const nobody = { ...facts, names: new Map<string, string>() };
  expect(prepareAlarm(series(50), nobody)?.acknowledged?.by).toContain("a visitor of the demo");
});

it("tells of the first alarm that nobody acknowledged, of the latest where all were", () => {
  const effect = { sinceUs: 0, count: 40, value: 1, interval: [0.5, 1.5], chance: 0.001 } as const;
  const at = (outsideUs: number) => ({ outsideUs, outsideToUs: outsideUs + 1, atUs: 0, effect });
  const alarms = [at(50), at(120), at(150)];
  const drift: ThinDrift = {
    ...{ kind: "thin", baseline: { fromUs: 0, toUs: 1 }, usual: 0.1, baselineOff: 0 },
    ...{ baselineCount: 1, steps: [], limit: 4, effect, alarms, alarm: at(50) },
  };
  const one = { channel: "voice", attribute: "formality", contacts: 40, range: null } as const;
  const figures = { fromUs: 0, toUs: 0, lineage: [], series: [{ ...one, changes: [], drift }] };
  const told = (acknowledgements: readonly Acknowledgement[]) => {
    const [opened] = openAlarms(figures, { ...facts, acknowledgements }).series;
    return opened?.drift.kind === "thin" ? opened.drift.alarm?.outsideUs : null;
  };
  expect(told([])).toBe(50);
  expect(told([said])).toBe(120);
  expect(told([{ ...said, atUs: 200 }])).toBe(150);
});
