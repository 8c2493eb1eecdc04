import { expect, it } from "vitest";
import { slaClock } from "@/lib/cases/sla-clock";
import { slaStatusAt } from "@/lib/analytics/rows/sla-status";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { slaItems } from "./sla-items";
import { sla } from "../words/timeline";

const at = (instant: string) => Date.parse(instant) * 1000;
/** Opened on a Wednesday at 09:00: 24 business hours end on Friday at 17:00. */
const told = {
  ...{ openedUs: at("2026-11-18T09:00:00Z"), closing: null, reopenedUs: null },
  ...{ caseEvents: [], caseType: "refund", closure: { evidence: "none" as const } },
};
const settings = {
  ...defaultSettings,
  ...{ timeZone: "UTC", caseTypes: { refund: { resolveWithinBusinessHours: 24 } } },
};
const calendar = { hours: settings.businessHours, timeZone: settings.timeZone };

function bar(asOf: string) {
  const clock = slaClock(told, settings, at(asOf));
  const instants = { slaRiskUs: null, slaPausedUs: null, slaStoppedUs: null };
  const status = slaStatusAt({ ...instants, slaDueUs: clock.dueUs }, calendar, at(asOf));
  return slaItems({ ...clock, status });
}

it("tells a target and what is over it in business hours", () => {
  expect(bar("2026-11-18T12:30:00Z")).toMatchObject({
    ...{ label: "24 business hours", overWords: null },
    words: sla.used("3.5 business hours", "24 business hours"),
  });
  expect(bar("2026-11-23T10:00:00Z").overWords).toMatch(/^1 business hour /u);
});

it("says since when time has run out where the clock has stood still since", () => {
  expect(bar("2026-11-21T12:00:00Z")).toMatchObject({
    overWords: "time ran out Fri 20 Nov, 17:00",
    words: `${sla.used("24 business hours", "24 business hours")}, time ran out Fri 20 Nov, 17:00`,
  });
});
