import { expect, it } from "vitest";
import { dayUs, derive, eventSpan, minuteUs, startUs, turn } from "@/lib/cases/test-spans";
import { defaultSettings, usualCaseType } from "@/lib/domain/settings/settings";
import { contactRows } from "./contact-row";
import { slaInstants } from "./sla-instants";
import { noFindings } from "./case-findings";

const human = { agentKind: "human" } as const;

it("a contact's times run from the customer's words, and long silences count as five minutes", () => {
  const [contact] = contactRows(
    derive([
      turn(0, "customer", "Hi"),
      turn(1, "agent", "Hello!", { belonging: { agentKind: "ai" } }),
      turn(2, "customer", "A person, please"),
      turn(22, "agent", "Ann here.", { belonging: human }),
    ]),
    noFindings,
  );
  expect(contact).toMatchObject({
    agents: "both",
    answerUs: minuteUs,
    humanAnswerUs: 22 * minuteUs,
    handledUs: 7 * minuteUs + 1_000_000,
    humanUs: 5 * minuteUs + 1_000_000,
  });
});

const hour = 60;
const hours = { ...defaultSettings.businessHours.week };
const always = { openMinute: 0, closeMinute: 1440 };
const settings = {
  ...defaultSettings,
  businessHours: {
    week: { ...hours, mon: always, tue: always, wed: always, thu: always, fri: always },
    holidays: [],
  },
  caseTypes: { refund: { ...usualCaseType, resolveWithinBusinessHours: 10 } },
};
const ofType = { belonging: { caseType: "refund" } };

it("the clock's instants say when it is at risk, due, paused and stopped", () => {
  const open = derive([turn(0, "customer", "Hi", ofType)]);
  expect(slaInstants(open, settings)).toMatchObject({
    slaRiskUs: startUs + 8 * hour * minuteUs,
    slaDueUs: startUs + 10 * hour * minuteUs,
    slaPausedUs: null,
    slaStoppedUs: null,
  });
  const paused = derive([
    turn(0, "customer", "Hi", ofType),
    eventSpan(2 * hour, { name: "sla_paused", reason: "waiting on customer" }),
  ]);
  expect(slaInstants(paused, settings)).toMatchObject({
    slaPausedUs: startUs + 2 * hour * minuteUs,
    slaPauseReason: "waiting on customer",
  });
  const resumed = derive([
    turn(0, "customer", "Hi", ofType),
    eventSpan(2 * hour, { name: "sla_paused", reason: "waiting on customer" }),
    eventSpan(5 * hour, { name: "sla_resumed" }),
    eventSpan(6 * hour, { name: "closed" }),
  ]);
  expect(slaInstants(resumed, settings)).toMatchObject({
    slaDueUs: startUs + 13 * hour * minuteUs,
    slaPausedUs: null,
    slaStoppedUs: startUs + 6 * hour * minuteUs,
  });
});

it("a case that fell quiet is not stopped, and one without a target has no clock", () => {
  const silent = derive([turn(0, "customer", "Hi", ofType)]);
  expect(silent.closing?.from).toBe("inferred");
  expect(slaInstants(silent, settings).slaStoppedUs).toBeNull();
  expect(silent.closing?.atUs).toBeGreaterThan(startUs + dayUs);
  expect(slaInstants(silent, defaultSettings).slaDueUs).toBeNull();
});
