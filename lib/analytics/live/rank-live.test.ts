import fc from "fast-check";
import { expect, it } from "vitest";
import type { CaseAttention } from "@/lib/domain/case/attention";
import type { LiveClock } from "./find-reasons";
import type { LiveCase, LivePromise } from "./live-case";
import { rankLive } from "./rank-live";

const hourUs = 3_600_000_000;
const dayUs = 24 * hourUs;
/** Noon of a day in UTC. */
const asOfUs = 1_767_600_000_000_000 + 4 * hourUs;
const clock: LiveClock = {
  ...{ asOfUs, nowUs: asOfUs },
  dayStartUs: asOfUs - 12 * hourUs,
  dayEndUs: asOfUs + 12 * hourUs,
  dueUntilUs: asOfUs + 12 * hourUs,
  workableUs: asOfUs,
};

function liveCase(caseId: string, overrides: Partial<LiveCase> = {}): LiveCase {
  return {
    ...{ key: 1, caseId, customerId: "u-1", about: "refund", region: "EU", teams: ["night"] },
    ...{ agents: ["agent-204"], channel: "chat", agentKind: "human", team: "night" },
    ...{ lastContactUs: asOfUs - dayUs, touchpoints: 1, endedUs: null },
    ...{ isEndStated: true, reopenedUs: null },
    ...{ promises: [], failedHandoffUs: null, falseSuccessUs: null, upsetUs: null },
    ...{ waitingUs: null, lastWords: null, slaDueUs: null, slaRiskUs: null },
    ...{ slaPausedUs: null, slaPauseReason: null, slaStoppedUs: null },
    ...overrides,
  };
}

function promise(dueUs: number, overrides: Partial<LivePromise> = {}): LivePromise {
  return {
    ...{ ordinal: 0, kind: "callback", what: "callback", by: "human", channel: "voice" },
    ...{ madeUs: asOfUs - 2 * dayUs, status: "open", settledUs: null, dueUs },
    ...{ quote: "I will call you back.", agentId: "agent-204", team: "night" },
    ...overrides,
  };
}

const clockDue = (dueUs: number) => ({ slaDueUs: dueUs, slaRiskUs: dueUs - 4 * hourUs });
const cases: readonly LiveCase[] = [
  liveCase("quiet"),
  liveCase("long late", clockDue(asOfUs - 10 * dayUs)),
  liveCase("waiting", { waitingUs: asOfUs - hourUs }),
  liveCase("waiting long ago", { waitingUs: asOfUs - 30 * dayUs }),
  liveCase("upset", { upsetUs: asOfUs - hourUs }),
  liveCase("upset and waiting", { upsetUs: asOfUs - hourUs, waitingUs: asOfUs - hourUs }),
  liveCase("false success", { falseSuccessUs: asOfUs - hourUs, endedUs: asOfUs - hourUs }),
  liveCase("closed and waiting", { waitingUs: asOfUs - hourUs, endedUs: asOfUs - hourUs }),
  liveCase("handoff", { failedHandoffUs: asOfUs - hourUs }),
  liveCase("third", { touchpoints: 3 }),
  liveCase("third, reopened", { touchpoints: 3, endedUs: asOfUs - dayUs, reopenedUs: asOfUs - 1 }),
  liveCase("late", clockDue(asOfUs - 5 * hourUs)),
  liveCase("callback late", { promises: [promise(asOfUs - hourUs)] }),
  liveCase("callback tomorrow", { promises: [promise(asOfUs + dayUs)] }),
  liveCase("callback kept", {
    promises: [promise(asOfUs - hourUs, { status: "kept", settledUs: asOfUs - 2 * hourUs })],
  }),
  liveCase("callback soon", { promises: [promise(asOfUs + hourUs)] }),
  liveCase("clock soon", clockDue(asOfUs + 2 * hourUs)),
  liveCase("clock in time", clockDue(asOfUs + 30 * hourUs)),
];

const order = [
  ...["callback soon", "clock soon", "callback late", "late"],
  ...["third, reopened", "third", "handoff", "false success", "upset and waiting", "upset"],
  ...["waiting", "long late"],
];

const namesOf = (items: ReturnType<typeof rankLive>) =>
  items.filter(({ place }) => place !== "quiet").map(({ live }) => live.caseId);

it("puts what can still be made in time first, then what was just missed, in any order of arrival", () => {
  const ranked = namesOf(rankLive(cases, new Map(), clock));
  expect(ranked.toSorted()).toEqual(order.toSorted());
  fc.assert(
    fc.property(fc.shuffledSubarray([...cases], { minLength: cases.length }), (shuffled) => {
      expect(namesOf(rankLive(shuffled, new Map(), clock))).toEqual(ranked);
    }),
  );
  const position = (name: string) => ranked.indexOf(name);
  for (let at = 1; at < order.length; at += 1) {
    const [before = "", after = ""] = [order[at - 1], order[at]];
    if (before.startsWith("third")) continue;
    expect(position(before), `${before} before ${after}`).toBeLessThan(position(after));
  }
});

const arranged = (change: Partial<CaseAttention>): ReadonlyMap<string, CaseAttention> =>
  new Map([
    [
      "waiting",
      {
        ...{ caseId: "waiting", assignee: null, snoozedUntilUs: null, handledUs: null },
        ...{ by: "ann", atUs: asOfUs - hourUs / 2, ...change },
      },
    ],
  ]);
const placeAt = (live: LiveCase, change: Partial<CaseAttention>, at = clock) =>
  rankLive([live], arranged(change), at)[0]?.place;

it("takes a snoozed case off the list until its time, or the customer's next contact", () => {
  const waiting = liveCase("waiting", { waitingUs: asOfUs - hourUs });
  const snoozedUntilUs = asOfUs + hourUs;
  expect(placeAt(waiting, { snoozedUntilUs })).toBe("snoozed");
  expect(placeAt(waiting, { snoozedUntilUs }, { ...clock, nowUs: snoozedUntilUs })).toBe("now");
  expect(placeAt({ ...waiting, lastContactUs: asOfUs - 1 }, { snoozedUntilUs })).toBe("now");
});

it("brings a handled case back as soon as something new happens, and not before", () => {
  const waiting = liveCase("waiting", { waitingUs: asOfUs - hourUs });
  const handledUs = asOfUs - hourUs / 2;
  expect(placeAt(waiting, { handledUs })).toBe("handled");
  expect(placeAt({ ...waiting, lastContactUs: asOfUs - 1 }, { handledUs })).toBe("now");
  const soon = { ...waiting, ...clockDue(asOfUs + 2 * hourUs) };
  expect(placeAt(soon, { handledUs })).toBe("handled");
  const due = { ...clock, asOfUs: asOfUs + 3 * hourUs };
  expect(placeAt(soon, { handledUs }, due)).toBe("now");
});

it("parts the list by what can still be made, was just missed, has other reasons, or was missed long ago", () => {
  const sections = rankLive(cases, new Map(), clock).map(({ section }) => section);
  expect([...new Set(sections)]).toEqual(["in-time", "missed", "other", "long", "quiet"]);
  const sectionAt = (dueUs: number) =>
    rankLive([liveCase("late", clockDue(dueUs))], new Map(), clock)[0]?.section;
  expect(sectionAt(asOfUs - 3 * dayUs)).toBe("missed");
  expect(sectionAt(asOfUs - 3 * dayUs - 1)).toBe("long");
});

it("keeps a clock that runs out before the next business hours apart from what can still be met in them", () => {
  const evening = { ...clock, workableUs: asOfUs + 14 * hourUs };
  const soon = clockDue(asOfUs + hourUs);
  const items = rankLive(
    [
      liveCase("tonight", soon),
      liveCase("tonight, callback due", { ...soon, promises: [promise(asOfUs + 3 * hourUs)] }),
      liveCase("tomorrow", { slaDueUs: asOfUs + 15 * hourUs, slaRiskUs: asOfUs }),
      liveCase("late", clockDue(asOfUs - hourUs)),
    ],
    new Map(),
    evening,
  );
  expect(items.map(({ live, section }) => [live.caseId, section])).toEqual([
    ["tonight, callback due", "in-time"],
    ["tomorrow", "in-time"],
    ["tonight", "after-hours"],
    ["late", "missed"],
  ]);
});

it("lists open cases without a reason last, as quiet, and closed ones not at all", () => {
  const quiet = [liveCase("quiet"), liveCase("closed", { endedUs: asOfUs - hourUs })];
  const items = rankLive([...quiet, liveCase("late", clockDue(asOfUs - 1))], new Map(), clock);
  expect(items.map(({ live, place }) => [live.caseId, place])).toEqual([
    ["late", "now"],
    ["quiet", "quiet"],
  ]);
});
