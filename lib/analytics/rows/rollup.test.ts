import { describe, expect, it } from "vitest";
import { noUsage } from "@/lib/testing/derived-case";
import { outcomeAt } from "@/lib/domain/case/outcome";
import { defaultSettings, usualCaseType } from "@/lib/domain/settings/settings";
import { dayUs, derive, eventSpan, minuteUs, startUs, turn } from "@/lib/cases/test-spans";
import { linkCases } from "@/lib/cases/links/link-cases";
import { caseRow } from "./case-row";
import { noFindings } from "./case-findings";
import { outcomeFacts } from "./outcome-facts";

const derived = derive([
  turn(0, "customer", "Hi", { belonging: { release: "r1" } }),
  turn(60, "customer", "Calling", { belonging: { channel: "voice", session: "s-2" } }),
  turn(120, "customer", "Again", { belonging: { channel: "chat", session: "s-3" } }),
  turn(180, "agent", "Your parcel has left.", { belonging: { channel: "sms", session: "s-4" } }),
]);

const contact = {
  ...{ agents: "unknown", initiator: "customer", isTransferred: false, resolution: null },
  ...{ answerUs: null, humanAnswerUs: null, handledUs: 1_000_000, humanUs: 0, notes: "unseen" },
  ...{ prompt: null, release: null, team: null, persona: null, style: null },
  ...{ grounded: null, faithful: null, frustration: null, politeness: null },
  ...{ disclosures: "none", escalation: null, falseSuccess: null, unread: null },
};
const handoff = {
  ...{ kind: "channel-switch", fromKind: "unknown", toKind: "unknown", initiator: "customer" },
  ...{
    gapUs: 60 * minuteUs - 1_000_000,
    verdict: "unknown",
    packet: null,
    release: null,
    team: null,
    context: null,
  },
  facts: [
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ],
};

describe("a case's row", () => {
  it("lists touchpoints in time order with repeats and leaves notifications out", () => {
    expect(caseRow(derived, defaultSettings, noFindings)).toEqual({
      caseId: "C-1",
      customerId: "cust-1",
      caseType: null,
      intent: "order.cancel",
      inferredIntent: null,
      risk: null,
      region: null,
      teams: [],
      channels: ["chat", "voice", "chat"],
      agentKinds: ["unknown"],
      touchpoints: 3,
      interactions: 4,
      handoffs: 2,
      messages: 4,
      spans: 4,
      openedUs: startUs,
      lastContactUs: startUs + 120 * minuteUs + 1_000_000,
      closedUs: startUs + 120 * minuteUs + 1_000_000 + 3 * dayUs,
      closedFrom: "inferred",
      reopenedUs: null,
      matureUs: startUs + 120 * minuteUs + 1_000_000 + 10 * dayUs,
      closureMethod: "unknown",
      evidence: "assumed",
      containedUs: null,
      secondContactUs: startUs + 60 * minuteUs,
      csat: null,
      mergedInto: null,
      hasTranscript: true,
      isPassedOn: false,
      releases: ["r1"],
      handoffKinds: ["channel-switch"],
      handoffVerdicts: ["unknown", "unknown"],
      worstScores: [],
      slaDueUs: null,
      slaRiskUs: null,
      slaPausedUs: null,
      slaPauseReason: null,
      slaStoppedUs: null,
      pii: "none",
      failures: [],
      ...noUsage,
      pausedUs: 0,
      // Three days from nine to five, and two hours of the fourth.
      businessUs: 26 * 60 * minuteUs + 1_000_000,
      contactRows: [
        {
          ...contact,
          ordinal: 0,
          channel: "chat",
          startUs,
          endUs: startUs + 1_000_000,
          release: "r1",
        },
        {
          ...{ ...contact, ordinal: 1, channel: "voice" },
          ...{ startUs: startUs + 60 * minuteUs, endUs: startUs + 60 * minuteUs + 1_000_000 },
        },
        {
          ...{ ...contact, ordinal: 2, channel: "chat" },
          ...{ startUs: startUs + 120 * minuteUs, endUs: startUs + 120 * minuteUs + 1_000_000 },
        },
      ],
      handoffRows: [
        { ...handoff, ordinal: 0, from: "chat", to: "voice", atUs: startUs + 60 * minuteUs },
        { ...handoff, ordinal: 1, from: "voice", to: "chat", atUs: startUs + 120 * minuteUs },
      ],
      promiseRows: [],
      disclosureRows: [],
      piiRows: [],
    });
  });

  it("matures at the horizon where closing comes late", () => {
    const late = derive([turn(0, "customer", "Hi"), eventSpan(30 * 24 * 60, { name: "closed" })]);
    expect(caseRow(late, defaultSettings, noFindings).matureUs).toBe(startUs + 14 * dayUs);
    expect(caseRow(derive([]), defaultSettings, noFindings).matureUs).toBeNull();
  });

  it("matures at the horizon of its type where that has one", () => {
    const late = derive([turn(0, "customer", "Hi"), eventSpan(90 * 24 * 60, { name: "closed" })]);
    const settings = {
      ...defaultSettings,
      caseTypes: { refund: { ...usualCaseType, horizonDays: 40 } },
    };
    expect(caseRow({ ...late, caseType: "refund" }, settings, noFindings).matureUs).toBe(
      startUs + 40 * dayUs,
    );
    for (const caseType of [null, "billing", "constructor"]) {
      expect(caseRow({ ...late, caseType }, settings, noFindings).matureUs).toBe(
        startUs + 14 * dayUs,
      );
    }
  });
});

it("makes the first case a repeat once the second one has come, not before", async () => {
  const first = derive([turn(0, "customer", "Hi")], { caseId: "C-1" });
  const second = derive([turn(2 * 24 * 60, "customer", "Hi")], { caseId: "C-2" });
  const both = [second, first].map((each) => ({ ...each, contacts: each.interactions }));
  const all = await linkCases(both, defaultSettings, () => Promise.resolve(true));
  const links = all.get("C-1") ?? { repeatUs: null };
  const facts = outcomeFacts(caseRow(first, defaultSettings, noFindings), links);
  expect(outcomeAt(facts, startUs + dayUs)).toBe("in_progress");
  expect(outcomeAt(facts, startUs + 3 * dayUs)).toBe("reopened");
});
