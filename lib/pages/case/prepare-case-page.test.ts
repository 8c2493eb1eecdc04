import { noUsage } from "@/lib/testing/derived-case";
import { describe, expect, it } from "vitest";
import type { DerivedCase, Handoff, Interaction, Message, Score } from "@/lib/domain/case/case";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { emptyKnowledge } from "@/lib/testing/empty-knowledge";
import { defaultCaseQuery, messagesPerPage } from "./url";
import { prepareCasePage } from "./prepare-case-page";
import { closings } from "./words/outcome";
import { endings, title } from "./words/title";

const hourUs = 3_600_000_000;
const openedUs = Date.UTC(2026, 9, 1, 8) * 1000;

function message(ordinal: number, interaction: number, text: string): Message {
  return {
    ordinal,
    interaction,
    speaker: ordinal % 2 === 0 ? "customer" : "agent",
    agentKind: "ai",
    agentId: null,
    text,
    toolCalls: [],
    tool: null,
    atUs: openedUs + ordinal,
    spans: [`t/s${ordinal}`],
    promptName: null,
    promptVersion: null,
    model: null,
  };
}

function interaction(ordinal: number, more: Partial<Interaction>): Interaction {
  return {
    ordinal,
    interactionId: null,
    channel: "chat",
    startUs: openedUs,
    endUs: openedUs + hourUs,
    isTouchpoint: true,
    agentKinds: ["ai"],
    agentIds: [],
    initiator: "customer",
    promptVersions: [],
    models: [],
    releases: [],
    team: null,
    messageCount: 2,
    spanCount: 2,
    strippedCount: 0,
    isTransferred: false,
    isPassedOn: false,
    account: 0,
    ...more,
  };
}

function handoff(ordinal: number, fromInteraction: number, toInteraction: number): Handoff {
  return {
    ordinal,
    fromInteraction,
    toInteraction,
    kind: fromInteraction === toInteraction ? "ai-to-human" : "channel-switch",
    isChannelChanged: fromInteraction !== toInteraction,
    fromKind: "ai",
    toKind: "human",
    initiator: "customer",
    gapUs: 2 * hourUs,
    toTeam: null,
    atMessage: 2,
  };
}

function scored(target: Score["target"], evidence: readonly [number, number, number][]): Score {
  const quotes = evidence.map(([at, start, end]) => ({ message: at, start, end }));
  const verdict = { status: "scored", value: 0.5, because: "So it is.", evidence: quotes } as const;
  return { evaluator: "some_question", version: 2, target, verdict };
}

const around = {
  customerCases: [],
  customerTotal: 0,
  decisions: [],
  notes: [],
  isWaiting: false,
  traces: 1,
};

const derived: DerivedCase = {
  caseId: "C-1",
  usage: noUsage,
  failures: [],
  personalValues: [],
  customerId: null,
  caseType: "billing_error",
  intent: null,
  inferredIntent: null,
  risk: null,
  region: null,
  teams: [],
  messages: [message(0, 0, "Where is it?"), message(1, 0, "On its way."), message(2, 1, "Again?")],
  interactions: [interaction(0, {}), interaction(1, { channel: "voice", agentKinds: ["human"] })],
  handoffs: [handoff(0, 0, 0), handoff(1, 0, 1)],
  scores: [
    scored({ kind: "interaction", ordinal: 0 }, [[1, 0, 2]]),
    scored({ kind: "handoff", ordinal: 1 }, [
      [0, 0, 5],
      [1, 0, 2],
    ]),
    { ...scored({ kind: "span", span: "t/s2" }, []), version: "imported" },
    { ...scored({ kind: "span", span: "t/elsewhere" }, []), version: "imported" },
    scored({ kind: "case" }, [[9, 0, 5]]),
  ],
  openedUs,
  lastContactUs: openedUs + 3 * hourUs,
  closing: null,
  reopenedUs: null,
  closure: { method: "unknown", evidence: "none", because: "Nothing.", quotes: [{ span: "t/s1" }] },
  csat: null,
  mergedInto: null,
  spanCount: 3,
  releases: [],
  caseEvents: [],
  findings: [
    { code: "text-stripped", detail: "Two spans." },
    { code: "own-parent", detail: "One span." },
    { code: "text-stripped", detail: "Two spans." },
  ],
};

const calendar = { hours: defaultSettings.businessHours, timeZone: "UTC" };
const knowledge = emptyKnowledge();

const page = prepareCasePage(
  {
    derived,
    outcome: "unresolved",
    repeatUs: null,
    repeatCaseId: null,
    knowledge,
    calendar,
    around,
    modelErrors: [],
    judgeScores: [],
    contactLinks: new Map(),
    isOfEarlierVersion: false,
    accuracyOf: () => "AUC 0.84",
    likelyRight: "60% of calls",
  },
  defaultCaseQuery,
  openedUs + 1000 * hourUs,
);

describe("prepareCasePage", () => {
  it("tells the case in one sentence and why it stands as it does", () => {
    expect(page.title).toBe(`Billing error ${endings.unresolved(title.contacts(2, 2))}`);
    expect(page.outcomeReasons.at(-1)).toBe(`${closings.notClosed}.`);
  });

  it("puts handoffs before the contact they led to or inside the one they happened in", () => {
    const places = page.contacts.map(({ arrivals, changes }) => [
      arrivals.map((each) => each.handoff.ordinal),
      changes.map((each) => each.handoff.ordinal),
    ]);
    expect(places).toEqual([
      [[], [0]],
      [[1], []],
    ]);
    expect(page.contacts[1]?.arrivals[0]).toMatchObject({
      fromChannel: "chat",
      toChannel: "voice",
    });
  });

  it("numbers quotations by their place in the transcript, the same words once", () => {
    const refs = page.contacts.flatMap((contact) =>
      contact.messages.map((view) => view.segments.flatMap((segment) => segment.starts)),
    );
    expect(refs).toEqual([[1], [2], []]);
    expect(page.contacts[0]?.scores[0]?.quotations).toMatchObject([{ kind: "words", ref: 2 }]);
    expect(page.contacts[1]?.arrivals[0]?.scores[0]?.quotations).toMatchObject([
      { ref: 1, words: [{ raw: "Where" }] },
      { ref: 2, words: [{ raw: "On" }] },
    ]);
  });

  it("stands somebody's score of a span with the contact of its message, and with the case where there is none", () => {
    expect(page.contacts[1]?.scores).toMatchObject([{ about: "message 3" }]);
    expect(page.caseScores.map((score) => score.about)).toEqual(["a span", ""]);
  });

  it("leaves out a quotation of words that are not there", () => {
    expect(page.caseScores.at(-1)?.quotations).toEqual([]);
  });

  it("leads a quoted span to its first message", () => {
    expect(page.closureQuotations).toEqual([
      { kind: "span", spanId: "s1", message: { ordinal: 1, href: "#m1" } },
    ]);
  });

  it("shows a long transcript in parts, and leads quotations into theirs", () => {
    const first = Array.from({ length: messagesPerPage + 1 }, (_, at) =>
      message(at, 0, "So it is."),
    );
    const messages = [...first, message(first.length, 1, "Again?")];
    const quotes = [{ message: messagesPerPage, start: 0, end: 2 }];
    const long = { ...derived, messages, scores: [], closure: { ...derived.closure, quotes } };
    const pageAt = (page: number) =>
      prepareCasePage(
        {
          derived: long,
          outcome: "unresolved",
          repeatUs: null,
          repeatCaseId: null,
          around,
          knowledge,
          calendar,
          modelErrors: [],
          judgeScores: [],
          contactLinks: new Map(),
          isOfEarlierVersion: false,
          accuracyOf: () => "AUC 0.84",
          likelyRight: "60% of calls",
        },
        { ...defaultCaseQuery, page },
        openedUs,
      );
    const shownAt = (page: number) =>
      pageAt(page).contacts.map(({ messages: shown, isElsewhere, href }) => [
        shown.length,
        isElsewhere,
        href,
      ]);
    expect(shownAt(1)).toEqual([
      [messagesPerPage, false, "#contact-0"],
      [0, true, "/cases/C-1?part=2#contact-1"],
    ]);
    expect(shownAt(2)).toEqual([
      [1, false, "#contact-0"],
      [1, false, "#contact-1"],
    ]);
    expect(pageAt(1).closureQuotations).toMatchObject([{ href: "/cases/C-1?part=2#q1" }]);
    expect(pageAt(2).closureQuotations).toMatchObject([{ href: "#q1" }]);
    expect(pageAt(99).query.page).toBe(2);
  });

  it("groups findings by kind and says each sentence once", () => {
    expect(page.findings).toEqual([
      { label: "Text stripped before it reached us", count: 2, details: ["Two spans."] },
      { label: "Span that is its own parent", count: 1, details: ["One span."] },
    ]);
  });
});
