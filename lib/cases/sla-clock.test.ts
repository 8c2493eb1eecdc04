import { describe, expect, it } from "vitest";
import type { CaseEvent } from "@/lib/domain/trace/reading";
import { defaultSettings, usualCaseType } from "@/lib/domain/settings/settings";
import { findClockStates } from "./find-clock-states";
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

type Clocked = Parameters<typeof findClockStates>[0];

/** Instants are small numbers: nothing here depends on the unit. */
function statesOf(clocked: Partial<Clocked>, asOfUs = 100): readonly string[] {
  const whole = { openedUs: 10, closing: null, reopenedUs: null, caseEvents: [], ...clocked };
  return findClockStates(whole, asOfUs).map(({ state, fromUs, toUs, reason }) => {
    return [state, fromUs, toUs, reason].filter((part) => part !== null).join(" ");
  });
}

const change = (name: CaseEvent["name"], atUs: number, reason?: string): CaseEvent => ({
  ...{ name, atUs },
  ...(reason === undefined ? {} : { reason }),
});
const closedAtUs = (atUs: number) => ({ atUs, from: "event" as const });

describe("the states of a case's clock", () => {
  it("are one from opening to the instant of reading, and none before it", () => {
    expect(statesOf({})).toEqual(["running 10 100"]);
    expect(statesOf({}, 10)).toEqual([]);
    expect(statesOf({}, 9)).toEqual([]);
  });

  it("end with the closing, and go on when it is opened again", () => {
    expect(statesOf({ closing: closedAtUs(40) })).toEqual(["running 10 40"]);
    expect(statesOf({ closing: closedAtUs(40), reopenedUs: 60 })).toEqual([
      "running 10 40",
      "stopped 40 60",
      "running 60 100",
    ]);
    expect(statesOf({ closing: closedAtUs(40) }, 30)).toEqual(["running 10 30"]);
    expect(statesOf({ closing: closedAtUs(40) }, 40)).toEqual(["running 10 40"]);
  });

  it("are paused with the first reason until it is resumed, or closed", () => {
    const paused = [change("sla_paused", 20, "customer"), change("sla_paused", 25, "again")];
    expect(statesOf({ caseEvents: [...paused, change("sla_resumed", 30)] })).toEqual([
      "running 10 20",
      "paused 20 30 customer",
      "running 30 100",
    ]);
    expect(statesOf({ caseEvents: paused, closing: closedAtUs(40) })).toEqual([
      "running 10 20",
      "paused 20 40 customer",
    ]);
    expect(statesOf({ caseEvents: paused })).toEqual(["running 10 20", "paused 20 100 customer"]);
  });

  it("do not change by what changes nothing", () => {
    const caseEvents = [
      change("opened", 15),
      change("sla_resumed", 20),
      change("reopened", 30),
      change("note_written", 40),
      change("closed", 50),
      change("closed", 55),
      change("sla_paused", 60, "late"),
      change("sla_resumed", 70),
    ];
    expect(statesOf({ reopenedUs: 12, closing: closedAtUs(11), caseEvents })).toEqual([
      "running 10 11",
      "stopped 11 12",
      "running 12 50",
    ]);
  });

  it("have no state of no length", () => {
    const caseEvents = [change("sla_paused", 10, "at once"), change("sla_resumed", 20)];
    expect(statesOf({ caseEvents })).toEqual(["paused 10 20 at once", "running 20 100"]);
  });

  it("count a closing that the case already states once, and later ones apart", () => {
    const caseEvents = [change("closed", 40), change("reopened", 60), change("closed", 80)];
    const told = { closing: closedAtUs(45), reopenedUs: 60, caseEvents };
    expect(statesOf(told)).toEqual(["running 10 45", "stopped 45 60", "running 60 80"]);
    // Not reopened: what the case says of its closing is the last word.
    expect(statesOf({ closing: closedAtUs(45), caseEvents })).toEqual(["running 10 45"]);
    // Without a closing of the case, its events count from opening on.
    expect(statesOf({ caseEvents })).toEqual(["running 10 40", "stopped 40 60", "running 60 80"]);
    expect(statesOf({ caseEvents: [change("closed", 10)] })).toEqual(["running 10 100"]);
  });

  it("are in order of time, whatever the order of the events, and within opening and reading", () => {
    const caseEvents = [
      change("sla_resumed", 30),
      change("sla_paused", 20, "customer"),
      change("sla_paused", 5, "before"),
      change("sla_paused", 101, "after"),
    ];
    expect(statesOf({ caseEvents })).toEqual([
      "running 10 20",
      "paused 20 30 customer",
      "running 30 100",
    ]);
  });
});
