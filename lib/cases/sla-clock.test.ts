import { describe, expect, it } from "vitest";
import type { CaseEvent } from "@/lib/domain/trace/reading";
import { defaultSettings, usualCaseType } from "@/lib/domain/settings/settings";
import { slaClock } from "./sla-clock";

type ClockInput = Parameters<typeof slaClock>[0];

const us = (written: string) => Date.parse(written) * 1000;
const hourUs = 3_600_000_000;
const settings = {
  ...defaultSettings,
  caseTypes: { billing: { ...usualCaseType, resolveWithinBusinessHours: 8 } },
};
/** A Thursday. */
const openedUs = us("2026-11-12T15:00:00Z");
const nextWeekUs = us("2026-11-20T12:00:00Z");

const closure: ClockInput["closure"] = { evidence: "none" };

function clockOf(told: Partial<ClockInput>, asOfUs = nextWeekUs) {
  const whole = { openedUs, closing: null, reopenedUs: null, caseEvents: [], caseType: "billing" };
  const clock = slaClock({ ...whole, closure, ...told }, settings, asOfUs);
  return { ...clock, endUs: clock.segments.at(-1)?.toUs };
}

const closedAt = (written: string) => ({ atUs: us(written), from: "event" as const });
const event = (name: CaseEvent["name"], written: string, rest: Partial<CaseEvent> = {}) => ({
  name,
  atUs: us(written),
  ...rest,
});
const hours = ({ usedUs }: ReturnType<typeof clockOf>) => usedUs / hourUs;
const shape = ({ segments }: ReturnType<typeof clockOf>) =>
  segments.map(({ state, fromUs, toUs, reason }) =>
    [state, (toUs - fromUs) / hourUs, reason].filter((part) => part !== null).join(" "),
  );

describe("a case's service clock", () => {
  it("runs in business hours from opening to closing", () => {
    const clock = clockOf({ closing: closedAt("2026-11-13T10:00:00Z") });
    expect(shape(clock)).toEqual(["running 2", "off-hours 16", "running 1"]);
    expect(clock).toMatchObject({
      usedUs: 3 * hourUs,
      targetUs: 8 * hourUs,
      targetFrom: "the settings for billing",
      dueUs: us("2026-11-13T15:00:00Z"),
      endUs: us("2026-11-13T10:00:00Z"),
    });
  });

  it("is due when the target is used up, open or closed", () => {
    const dueUs = us("2026-11-13T15:00:00Z");
    expect(clockOf({})).toMatchObject({ dueUs, endUs: nextWeekUs });
    const closing = closedAt("2026-11-16T10:00:00Z");
    expect(clockOf({ closing })).toMatchObject({ dueUs, endUs: closing.atUs });
  });

  it.each([
    ["verified", true],
    ["confirmed", true],
    ["judged", true],
    ["assumed", false],
    ["none", false],
  ] as const)(
    "of a case that fell quiet, resolved by evidence that is %s, stopped: %s",
    (evidence, isStopped) => {
      const closing = { atUs: us("2026-11-16T10:00:00Z"), from: "inferred" } as const;
      const { endUs } = clockOf({ closing, closure: { evidence } });
      expect(endUs).toBe(isStopped ? closing.atUs : nextWeekUs);
    },
  );

  it("does not count pauses, says why, and never counts a pause and closed hours twice", () => {
    const clock = clockOf({
      closing: closedAt("2026-11-16T12:00:00Z"),
      caseEvents: [
        event("sla_paused", "2026-11-12T16:00:00Z", { reason: "waiting on customer" }),
        event("sla_paused", "2026-11-12T18:00:00Z"),
        event("sla_resumed", "2026-11-16T10:00:00Z"),
      ],
    });
    expect(shape(clock)).toEqual(["running 1", "paused 90 waiting on customer", "running 2"]);
    expect(hours(clock)).toBe(3);
  });

  it("stops where the case was closed and goes on where it was reopened, on whatever channel", () => {
    const clock = clockOf({
      closing: closedAt("2026-11-12T16:00:00Z"),
      reopenedUs: us("2026-11-13T10:00:00Z"),
      caseEvents: [
        event("closed", "2026-11-12T16:00:00Z"),
        event("sla_paused", "2026-11-12T20:00:00Z"),
        event("reopened", "2026-11-13T10:00:00Z"),
        event("closed", "2026-11-13T11:00:00Z"),
      ],
    });
    expect(shape(clock)).toEqual(["running 1", "stopped 18", "running 1"]);
  });

  it("ends a pause with the closing", () => {
    const clock = clockOf({
      closing: closedAt("2026-11-12T17:00:00Z"),
      caseEvents: [event("sla_paused", "2026-11-12T16:00:00Z")],
    });
    expect(shape(clock)).toEqual(["running 1", "paused 1"]);
  });

  it("takes the due date that was said last by then, before the settings' hours", () => {
    const first = us("2026-11-16T12:00:00Z");
    const caseEvents = [
      event("sla_due", "2026-11-12T15:00:00Z", { dueUs: first }),
      event("sla_due", "2026-11-14T15:00:00Z", { dueUs: us("2026-11-18T12:00:00Z") }),
    ];
    expect(clockOf({ caseEvents }, us("2026-11-13T12:00:00Z"))).toMatchObject({
      dueUs: first,
      targetUs: 13 * hourUs,
      targetFrom: "the due date in the traces",
    });
    expect(clockOf({ caseEvents }).dueUs).toBe(us("2026-11-18T12:00:00Z"));
  });

  it("moves a stated date by the working time that was paused, also one on a closed day", () => {
    const dueUs = us("2026-11-14T12:00:00Z");
    const due = event("sla_due", "2026-11-12T15:00:00Z", { dueUs });
    expect(clockOf({ caseEvents: [due] }).dueUs).toBe(dueUs);
    const paused = [
      event("sla_paused", "2026-11-13T10:00:00Z"),
      event("sla_resumed", "2026-11-13T12:00:00Z"),
    ];
    expect(clockOf({ caseEvents: [due, ...paused] }).dueUs).toBe(us("2026-11-16T11:00:00Z"));
  });

  it("has no target unless one is set, and no time before the case opened", () => {
    expect(clockOf({ caseType: "other" })).toMatchObject({ targetUs: null, dueUs: null });
    expect(clockOf({ openedUs: null }).segments).toEqual([]);
    expect(clockOf({}, openedUs - 1).segments).toEqual([]);
  });
});
