import { expect, it } from "vitest";
import { derive, eventSpan, minuteUs, turn } from "@/lib/cases/test-spans";
import type { Score, Verdict } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { caseTimes } from "./case-times";
import { contactRows } from "./contact-row";
import { piiOf } from "./pii-of";
import { noFindings } from "./case-findings";

const open = { openMinute: 0, closeMinute: 1440 };
const everyDay = { mon: open, tue: open, wed: open, thu: open, fri: open, sat: open, sun: open };
const settings = { ...defaultSettings, businessHours: { week: everyDay, holidays: [] } };

it("a case's times run until it is first closed, its pauses counted apart", () => {
  const closed = derive([
    turn(0, "customer", "Hi"),
    eventSpan(60, { name: "sla_paused", reason: "waiting on customer" }),
    eventSpan(150, { name: "sla_resumed" }),
    eventSpan(240, { name: "closed" }),
  ]);
  expect(caseTimes(closed, settings)).toEqual({
    pausedUs: 90 * minuteUs,
    businessUs: 240 * minuteUs,
  });
  const never = { ...closed, closing: null };
  expect(caseTimes(never, settings)).toEqual({ pausedUs: 0, businessUs: null });
});

const scoreOf = (verdict: Verdict): Score => ({
  ...{ evaluator: "redaction_coverage", version: 3, verdict },
  target: { kind: "span", span: "a" as never },
});
const leaked = (type: "CARD" | "EMAIL"): Verdict => ({
  ...{ status: "scored", value: 0, because: "" },
  evidence: [{ span: "a" as never, leaked: [{ place: "customer-message", type, count: 1 }] }],
});
const redacted: Verdict = { status: "scored", value: 1, because: "", evidence: [] };
const unread: Verdict = { status: "not-scorable", because: "" };

it.each([
  ["none", []],
  ["redacted", [redacted]],
  ["unread", [redacted, unread]],
  ["leaked", [unread, leaked("EMAIL"), redacted]],
  ["critical", [leaked("EMAIL"), leaked("CARD")]],
] as const)("personal data of a case: %s is the worst its spans say", (pii, verdicts) => {
  expect(piiOf(verdicts.map(scoreOf))).toBe(pii);
});

it("a contact has the least of its answers' scores, and the worst of its disclosures", () => {
  const derived = derive([
    turn(0, "customer", "Hi"),
    turn(1, "agent", "Hello!"),
    turn(2, "agent", "?"),
  ]);
  const answer = (ordinal: number, value: number): Score => ({
    ...{ evaluator: "groundedness", version: 1, target: { kind: "message", ordinal } },
    verdict: { status: "scored", value, because: "", evidence: [] },
  });
  const disclosure = (status: CaseDisclosure["status"]): CaseDisclosure => ({
    ...{ rule: "ai", version: 1, title: "", interaction: 0, status },
    ...{ quote: null, dueUs: null, dueMessage: null, because: "" },
    ...{
      missingElements: [],
      searched: null,
      nearMiss: null,
      notice: null,
      trigger: null,
      unread: null,
    },
  });
  const [contact] = contactRows(
    { ...derived, scores: [answer(1, 0.9), answer(2, 0.4)] },
    {
      ...noFindings,
      disclosures: [disclosure("given"), disclosure("late"), disclosure("not_required")],
      escalations: ["asked"],
    },
  );
  expect(contact).toMatchObject({ grounded: 0.4, disclosures: "late", escalation: "asked" });
});
