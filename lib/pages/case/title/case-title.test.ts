import { describe, expect, it } from "vitest";
import { dayUs, derive, turn } from "@/lib/cases/test-spans";
import type { DerivedCase, Score } from "@/lib/domain/case/case";
import { outcomes } from "@/lib/domain/case/outcome";
import type { Channel } from "@/lib/domain/trace/channel";
import { derivedCase, derivedInteraction, firstUs } from "@/lib/testing/derived-case";
import { caseTitle, type TitleContext } from "./case-title";
import { comeback, contradictions, endings, raised, title, tracks } from "../words/title";
import type { SiblingCase } from "./same-issue";

const alone: TitleContext = { siblings: [], repeatUs: null, repeatCaseId: null, knowledge: null };
const hourUs = 3_600_000_000;
const once = title.contacts(1, 1);
const twoChannels = title.contacts(2, 2);

const sibling = (caseId: string, parts: Partial<SiblingCase> = {}): SiblingCase => ({
  caseId,
  intent: "billing.double_charge",
  openedUs: firstUs,
  closedUs: null,
  closedFrom: null,
  evidence: "none",
  contacts: [],
  mergedInto: null,
  outcome: "unresolved",
  repeatUs: null,
  repeatCaseId: null,
  ...parts,
});

const billing = (parts: Partial<DerivedCase> = {}) =>
  derivedCase({ caseType: "billing", intent: "billing.double_charge", ...parts });

describe("caseTitle", () => {
  it("tells every outcome as one sentence, also without a subject or a contact", () => {
    const titled = derivedCase({ caseType: null, intent: null, interactions: [], messages: [] });
    const titles = outcomes.map((outcome) => caseTitle(titled, outcome, alone));
    expect(new Set(titles).size).toBe(outcomes.length);
    for (const title of titles) expect(title).toMatch(/^Case \w+/);
  });

  it("calls a case closed that somebody closed, also where it is too early to judge", () => {
    const closing = { atUs: firstUs, from: "record" } as const;
    const titleOf = (parts: Partial<DerivedCase>) =>
      caseTitle(billing(parts), "in_progress", alone);
    expect(titleOf({ closing })).toBe(`Billing ${title.tooEarly(once)}`);
    const open = `Billing ${endings.in_progress(once)}`;
    expect(titleOf({ closing: null })).toBe(open);
    expect(titleOf({ closing: { ...closing, from: "inferred" } })).toBe(open);
    expect(titleOf({ closing, reopenedUs: firstUs + 1 })).toBe(open);
  });

  it("heads a case with what got lost at its worst handoff, in whichever order the scores come", () => {
    const derived = derive([
      turn(0, "customer", "Hi"),
      turn((2 * dayUs) / 60_000_000, "customer", "Calling", {
        belonging: { channel: "voice", session: "s-2" },
      }),
    ]);
    const kept = (ordinal: number, value: number, because: string): Score => ({
      evaluator: "context_retention",
      version: 1,
      target: { kind: "handoff", ordinal },
      verdict: { status: "scored", value, because, evidence: [] },
    });
    const lost =
      "Of 3 known things that came up 0 were carried over; the credit of $25 was unknown.";
    const scores = [kept(0, 0, lost), kept(0, 1, "All was kept.")];
    const handoff = title.handoff("The credit of $25 was unknown", "Chat", "Voice", 1);
    for (const given of [scores, [...scores].reverse()]) {
      const titled = { ...derived, intent: null, scores: given };
      expect(caseTitle(titled, "unresolved", alone)).toBe(
        `${handoff} ${title.subjectUnknown} ${endings.unresolved(twoChannels)}`,
      );
    }
  });

  it("heads a case with what an agent calls done though the tool failed", () => {
    const because = "cancel_booking failed, and the agent says that it was done.";
    const claimed = (value: number): Score => ({
      evaluator: "false_success",
      version: 1,
      target: { kind: "interaction", ordinal: 0 },
      verdict: { status: "scored", value, because, evidence: [] },
    });
    const plain = `Billing ${endings.unresolved(once)}`;
    expect(caseTitle(billing({ scores: [claimed(1)] }), "unresolved", alone)).toBe(
      `${because.replace(/\.$/u, " (Chat).")} ${plain}`,
    );
    expect(caseTitle(billing({ scores: [claimed(0)] }), "unresolved", alone)).toBe(plain);
  });

  it("says how the case stands before what was missing on its tracks", () => {
    const timeline = {
      ...{ contacts: [{ channel: "chat" as const }], disclosures: [], releases: [] },
      sla: { label: "", words: "", segments: [], dueUs: null, overWords: "2 d over" },
    };
    const knowledge = { handoffFacts: [], messages: [], timeline };
    expect(caseTitle(billing(), "passed_on", { ...alone, knowledge })).toBe(
      `Billing ${endings.passed_on(once)}. ${tracks.slaMissed("2 d over").replace(/\.$/u, "")}`,
    );
  });

  it("says of a case that does not stand well where the customer was happy all the same", () => {
    const rated = billing({
      csat: 5,
      interactions: [
        derivedInteraction({ endUs: firstUs + hourUs }),
        derivedInteraction({ ordinal: 1, channel: "voice", startUs: firstUs + dayUs }),
      ],
      caseEvents: [{ name: "csat", atUs: firstUs + hourUs, csat: 5 }],
    });
    expect(caseTitle(rated, "unresolved", alone)).toBe(
      title.rated(5, "Chat", contradictions.unresolved?.(twoChannels) ?? ""),
    );
    expect(caseTitle({ ...rated, caseEvents: [] }, "closed_unproven", alone)).toBe(
      title.rated(5, null, contradictions.closed_unproven?.(twoChannels) ?? ""),
    );
    expect(caseTitle(rated, "resolved_verified", alone)).not.toMatch(/Rated/);
  });

  const at = (days: number, channel: Channel = "chat") =>
    derivedInteraction({ startUs: firstUs + days * dayUs, channel });
  /** A case that came back in a contact of another. */
  const before = (caseId: string, days: number, backIn: string | null, backAt: number) =>
    sibling(caseId, {
      openedUs: firstUs + days * dayUs,
      contacts: [at(days)],
      repeatCaseId: backIn,
      repeatUs: backIn === null ? null : firstUs + backAt * dayUs,
    });

  it("counts how often an issue was raised, and how often it was called resolved before", () => {
    const titled = billing({
      caseId: "C-3",
      openedUs: firstUs + 20 * dayUs,
      interactions: [at(20)],
    });
    const solved = { closedFrom: "record", evidence: "verified", outcome: "reopened" } as const;
    const siblings = [
      sibling("C-3", { openedUs: firstUs + 20 * dayUs }),
      { ...before("C-2", 10, "C-3", 20), closedUs: firstUs + 11 * dayUs, ...solved },
      { ...before("C-1", 0, "C-2", 10), closedUs: firstUs + dayUs, ...solved },
      sibling("C-0", { openedUs: firstUs - 60 * dayUs }),
      sibling("C-4", { openedUs: firstUs + 19 * dayUs, intent: "refund.late" }),
    ];
    expect(caseTitle(titled, "unresolved", { ...alone, siblings })).toBe(
      raised.fromStart(
        "Billing double charge",
        raised.nthTime(3),
        raised.afterResolutions(2),
        endings.unresolved(once),
      ),
    );
  });

  it("counts every case that led here, and none that only shares the intent", () => {
    const titled = billing({
      caseId: "C-4",
      openedUs: firstUs + 30 * dayUs,
      interactions: [at(30)],
    });
    const titleWith = (...siblings: readonly SiblingCase[]) =>
      caseTitle(titled, "unresolved", { ...alone, siblings });
    const [first, second] = [before("C-1", 0, "C-4", 30), before("C-2", 1, "C-4", 30)];
    expect(titleWith(first, second)).toMatch(/: raised for the third time;/);
    expect(titleWith(before("C-1", 0, "C-2", 1), second)).toMatch(/: raised for the third time;/);
    expect(titleWith(before("C-1", 0, "C-3", 1))).not.toContain("raised");
    expect(titleWith(before("C-1", 20, null, 0))).not.toContain("raised");
    // Which of its contacts came back is not known.
    const several = { ...second, contacts: [at(1), at(2)] };
    expect(titleWith(before("C-1", 0, "C-2", 2), several)).toMatch(/: raised before;/);
    expect(titleWith(several)).toMatch(/: raised in an earlier case;/);
    expect(titleWith(first, several)).toMatch(/: raised in 2 earlier cases;/);
  });

  it("names the contact that came back, where the case began with something else", () => {
    const titled = billing({
      caseId: "C-2",
      openedUs: firstUs + 2 * dayUs,
      interactions: [at(2), at(3, "email")],
    });
    const siblings = [before("C-1", 0, "C-2", 3)];
    expect(caseTitle(titled, "unresolved", { ...alone, siblings })).toBe(
      raised.atContact(2, "Email", raised.inEarlierCases(1), "", endings.unresolved(twoChannels)),
    );
    // What came back in another contact is another issue.
    const two = [before("C-0", 0, "C-2", 2), before("C-1", 1, "C-2", 3)];
    expect(caseTitle(titled, "unresolved", { ...alone, siblings: two })).toContain(
      `raised ${raised.inEarlierCases(1)};`,
    );
  });

  it("says where the customer came back, and that it had been closed only where it had", () => {
    const repeatUs = firstUs + 20 * hourUs;
    const contacts = [derivedInteraction({ startUs: repeatUs, channel: "voice" })];
    const next = sibling("C-2", { openedUs: repeatUs, contacts });
    const context = { ...alone, siblings: [next], repeatUs, repeatCaseId: "C-2" };
    const titled = billing({ openedUs: firstUs, lastContactUs: firstUs + hourUs });
    const inferred = { atUs: firstUs + 10 * hourUs, from: "inferred" } as const;
    const onVoice = comeback.onChannel("Voice");
    const back = comeback.cameBack(onVoice, comeback.afterGap("19 h"), true, "C-2", "");
    const onChat = `Billing ${comeback.stayedWithAi("Chat")}`;
    for (const closing of [null, inferred]) {
      expect(caseTitle({ ...titled, closing }, "reopened", context)).toBe(`${onChat} and ${back}`);
    }
    const closing = { atUs: firstUs + 2 * hourUs, from: "event" } as const;
    expect(caseTitle({ ...titled, closing }, "reopened", context)).toBe(
      `${onChat}, ${comeback.closed} and ${back}`,
    );
    const interactions = (["social", "sms", "chat"] as const).map((channel) =>
      derivedInteraction({ channel, agentKinds: ["ai"] }),
    );
    expect(caseTitle({ ...titled, closing: null, interactions }, "reopened", context)).toBe(
      `Billing ${comeback.stayedWithAi("Social, SMS and Chat")} and ${back}`,
    );
  });

  it("counts from the contact that returned, in a case that was opened before", () => {
    const repeatUs = firstUs + 20 * hourUs;
    const at = (hours: number) => derivedInteraction({ startUs: firstUs + hours * hourUs });
    const older = sibling("C-2", { openedUs: firstUs - hourUs, contacts: [at(-1), at(20)] });
    const titled = billing({ closing: null, lastContactUs: firstUs + hourUs });
    const titleWith = (...siblings: readonly SiblingCase[]) =>
      caseTitle(titled, "reopened", { ...alone, siblings, repeatUs, repeatCaseId: "C-2" });
    const stayed = `Billing ${comeback.stayedWithAi("Chat")}`;
    const back = (gap: string, meanwhile: string) =>
      comeback.cameBack(comeback.onChannel("Chat"), gap, false, "C-2", meanwhile);
    expect(titleWith(older)).toBe(`${stayed} and ${back(comeback.afterGap("19 h"), "")}`);
    // What came between may have been the return.
    expect(titleWith(older, sibling("C-3", { contacts: [at(5)] }))).toBe(
      `${stayed} and ${back("", "")}`,
    );
    const wentOn = { ...titled, lastContactUs: firstUs + 30 * hourUs };
    const context = { ...alone, siblings: [older], repeatUs, repeatCaseId: "C-2" };
    expect(caseTitle(wentOn, "reopened", context)).toBe(
      `${stayed} and ${back("", comeback.meanwhile)}`,
    );
  });

  it.each([
    [["chat", "voice", "voice"], 2, "Chat → Voice → Voice"],
    [
      ["chat", "voice", "chat", "voice", "chat", "sms", "chat", "sms"],
      7,
      `Chat → Voice → Chat → Voice → Chat${title.moreChannels(3)}`,
    ],
  ] as const)(
    "counts how often a detail had to be given, and on which channels",
    (channels, times, named) => {
      const titled = billing({
        interactions: channels.map((channel, ordinal) => derivedInteraction({ ordinal, channel })),
        handoffs: channels.slice(1).map((_, from) => ({
          ordinal: from,
          fromInteraction: from,
          toInteraction: from + 1,
          kind: "return",
          isChannelChanged: false,
          fromKind: "ai",
          toKind: "ai",
          initiator: "customer",
          gapUs: 0,
          toTeam: null,
          atMessage: 0,
        })),
      });
      const fact = {
        kind: "detail",
        what: "account number",
        given: { message: 0, start: 0, end: 2 },
        by: "customer",
        after: "asked-again",
        seen: null,
      } as const;
      const handoffFacts = titled.handoffs.map(({ ordinal }) => ({
        handoff: ordinal,
        facts: [fact],
        isOfAnotherAccount: false,
      }));
      const sla = { label: "", words: "", segments: [], dueUs: null, overWords: null };
      const timeline = { contacts: [], disclosures: [], releases: [], sla };
      const knowledge = { handoffFacts, messages: titled.messages, timeline };
      expect(caseTitle(titled, "unresolved", { ...alone, knowledge })).toContain(
        `${title.repeatedDetail("the account number", times, named)} Billing never closed`,
      );
    },
  );

  it("says of a duplicate where it went, and nothing else", () => {
    expect(caseTitle(billing({ mergedInto: "C-9" }), "duplicate", alone)).toBe(title.merged("C-9"));
  });
});
