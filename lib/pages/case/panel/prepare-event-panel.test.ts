import { describe, expect, it } from "vitest";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { CasePromise } from "@/lib/domain/case/case-promise";
import {
  derivedCase,
  derivedInteraction,
  derivedMessage,
  firstUs,
} from "@/lib/testing/derived-case";
import { emptyKnowledge } from "@/lib/testing/empty-knowledge";
import { numberQuotations } from "@/lib/format/number-quotations";
import { placeScores } from "./place-scores";
import { prepareItemPanel } from "./prepare-item-panel";
import { selectedEvidence, type SelectedItem } from "./selected-item";
import { timelineOf } from "../timeline/test-timeline";
import { disclosurePanel, promisePanel, releasePanel } from "../words/panel";

const hourUs = 3_600_000_000;
const texts = [
  [0, "We'll put a $40 credit on it by Friday.", "v7"],
  [0, "I'm on it.", "v7"],
  [1, "I do not see any credit here.", "v8"],
  [1, "Very well, kindly wait.", "v8"],
] as const;
const derived = derivedCase({
  lastContactUs: firstUs + hourUs,
  messages: texts.map(([interaction, text, promptVersion], ordinal) =>
    derivedMessage({
      ordinal,
      interaction,
      speaker: "agent",
      agentKind: "ai",
      text,
      atUs: firstUs + interaction * hourUs + ordinal,
      promptName: "support-core",
      promptVersion,
    }),
  ),
  interactions: [0, 1].map((ordinal) =>
    derivedInteraction({ ordinal, channel: "voice", startUs: firstUs + ordinal * hourUs }),
  ),
});

const promise: CasePromise = {
  quote: { message: 0, start: 0, end: 39 },
  interaction: 0,
  by: "ai",
  kind: "credit",
  what: "credit of $40",
  madeUs: firstUs,
  dueUs: firstUs + hourUs / 2,
  dueWords: "by Friday",
  status: "broken",
  because: "The next agent knew nothing of it.",
  evidence: { message: 2, start: 0, end: 29 },
  settledUs: firstUs + hourUs,
  receptions: [{ interaction: 1, reception: "denied", quote: { message: 2, start: 0, end: 29 } }],
};
const disclosure: CaseDisclosure = {
  rule: "recording",
  version: 2,
  title: "Say that the call is recorded",
  interaction: 1,
  status: "missing",
  quote: null,
  dueUs: firstUs + hourUs + 3,
  dueMessage: 3,
  missingElements: [],
  searched: {
    ...{ firstMessage: 2, lastMessage: 3, messages: 2 },
    ...{ fromUs: firstUs + hourUs, toUs: firstUs + hourUs + 3 },
  },
  nearMiss: { kind: "denial", quote: { message: 2, start: 0, end: 4 } },
  notice: null,
  unread: null,
  trigger: null,
  because: "Looked for in the first two turns.",
};
const disclosures = [{ ...disclosure, status: "not_required" as const }, disclosure];
const knowledge = emptyKnowledge({ promises: [promise], disclosures });
const timeline = timelineOf(derived, knowledge);

function panelOf(item: SelectedItem) {
  const evidence = selectedEvidence(item, knowledge, timeline);
  const quotations = numberQuotations(derived.messages, evidence, (_, anchor) => `#${anchor}`);
  const panel = prepareItemPanel(item, {
    derived,
    knowledge,
    timeline,
    quotations,
    placed: placeScores(derived, [], {
      quotations,
      accuracyOf: () => "",
      placeHref: () => null,
    }),
    list: null,
    messageHref: (_, anchor) => `#${anchor}`,
    contactHref: (ordinal) => `#contact-${String(ordinal)}`,
    itemHref: ({ kind, ordinal }) => `?item=${kind}${String(ordinal)}`,
  });
  if (panel === null || panel.kind === "handoff" || panel.kind === "contact") {
    throw new Error("It has no panel of its own.");
  }
  return panel;
}

const saidIn = ({ excerpts }: ReturnType<typeof panelOf>) =>
  excerpts.map(({ label, turn }) => [label, turn.message.ordinal]);

describe("the panel of", () => {
  it("a promise says what was promised, when it was due, who knew of it, and in which words", () => {
    const panel = panelOf({ kind: "promise", ordinal: 0 });
    expect([panel.channel, panel.what, panel.verdict]).toEqual([
      "voice",
      "credit of $40 by Friday",
      { tone: "fail", label: "broken" },
    ]);
    expect(saidIn(panel)).toEqual([
      [promisePanel.promise, 0],
      [promisePanel.metBy("Voice", "denied"), 2],
      [promisePanel.broken, 2],
    ]);
    expect(panel.facts.map(({ name }) => name)).toEqual([
      "Promised",
      "Due",
      "Ended",
      "Met on Voice",
    ]);
    expect(panel.excerpts[0]?.turn.segments.some(({ refs }) => refs.length > 0)).toBe(true);
  });

  it("a disclosure skips rules that did not apply, and shows where it was looked for", () => {
    const panel = panelOf({ kind: "disclosure", ordinal: 0 });
    expect(panel).toMatchObject({ count: 1, what: disclosure.title, nextHref: null });
    expect(panel.verdict?.label).toBe("not found by rule recording, not reviewed");
    expect(panel.facts.find(({ name }) => name === "Looked for in")?.words).toMatch(
      /^2 messages, /,
    );
    expect(saidIn(panel)).toEqual([
      [disclosurePanel.nearMiss.denial, 2],
      [disclosurePanel.notSaid, 3],
    ]);
  });

  it("a prompt's change shows how the agent spoke on each channel before it and after", () => {
    const panel = panelOf({ kind: "release", ordinal: 0 });
    expect(timeline.releases[0]?.formalOn).toEqual(["Voice"]);
    expect(panel.what).toBe("support-core v7 → v8, on Voice");
    expect(saidIn(panel)).toEqual([
      [releasePanel.before("Voice"), 0],
      [releasePanel.after("Voice"), 2],
    ]);
    expect(panel.facts.at(-1)).toEqual({
      name: "Turns with “I’m”, “don’t” on Voice",
      words: "2 of 2 before, 0 of 2 after",
    });
  });
});
