import { describe, expect, it } from "vitest";
import type { DerivedCase, Message } from "@/lib/domain/case/case";
import type { HandoffFacts } from "@/lib/domain/case/handoff-facts";
import {
  derivedCase,
  derivedInteraction,
  derivedMessage,
  firstUs,
} from "@/lib/testing/derived-case";
import { emptyKnowledge } from "@/lib/testing/empty-knowledge";
import { timelineOf } from "../timeline/test-timeline";
import { numberQuotations } from "@/lib/format/number-quotations";
import { placeScores } from "./place-scores";
import { prepareItemPanel } from "./prepare-item-panel";
import { factEvidence, selectedItem, type SelectedItem } from "./selected-item";
import { factsSentence, factsVerdict } from "../facts-sentence";
import { gapOf } from "../timeline/handoff-items";
import { facts as words } from "../words/handoffs";

const texts: readonly (readonly [
  interaction: number,
  speaker: Message["speaker"],
  text: string,
])[] = [
  [0, "customer", "My account is 8813."],
  [0, "agent", "I am putting £20 on it."],
  ...Array.from({ length: 6 }, (_, at) => [0, "customer", `Thanks ${String(at)}.`] as const),
  [1, "tool", "{}"],
  [1, "agent", "Which account is it?"],
  [1, "customer", "8813, as I said."],
  [1, "agent", "I see no credit."],
];
const messages = texts.map(([interaction, speaker, text], ordinal) =>
  derivedMessage({
    ordinal,
    interaction,
    speaker,
    text,
    atUs: firstUs + ordinal,
    spans: [`t/${String(ordinal)}`],
  }),
);
const derived: DerivedCase = derivedCase({
  messages,
  interactions: [
    derivedInteraction({ messageCount: 8 }),
    derivedInteraction({ ordinal: 1, channel: "voice", messageCount: 4 }),
  ],
  handoffs: [
    {
      ordinal: 0,
      fromInteraction: 0,
      toInteraction: 1,
      kind: "channel-switch",
      isChannelChanged: true,
      fromKind: "human",
      toKind: "ai",
      initiator: "customer",
      gapUs: 1,
      toTeam: null,
      atMessage: 8,
    },
  ],
});
const facts: HandoffFacts[] = [
  {
    handoff: 0,
    isOfAnotherAccount: false,
    facts: [
      {
        kind: "detail",
        what: "account number",
        given: { message: 0, start: 14, end: 18 },
        by: "customer",
        after: "asked-again",
        seen: { message: 9, start: 0, end: 20 },
      },
      {
        kind: "commitment",
        what: "credit of £20",
        given: { message: 1, start: 0, end: 23 },
        by: "agent",
        after: "lost",
        seen: { message: 11, start: 0, end: 16 },
      },
    ],
  },
];

const knowledge = emptyKnowledge({ handoffFacts: facts });
const rails = timelineOf(derived, knowledge);

function panelOf(item: SelectedItem) {
  const quotations = numberQuotations(
    messages,
    factEvidence(facts[0]?.facts ?? []),
    (_, anchor) => `#${anchor}`,
  );
  return prepareItemPanel(item, {
    derived,
    knowledge,
    timeline: timelineOf(derived, knowledge),
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
}

describe("the panel of a handoff", () => {
  const panel = panelOf({ kind: "handoff", ordinal: 0 });
  if (panel?.kind !== "handoff") throw new Error("There is no panel.");

  it("shows the turns next to it and those that are quoted, and says what it left out", () => {
    const { before, after } = panel;
    expect(before.turns.map(({ message, isAfterGap }) => [message.ordinal, isAfterGap])).toEqual([
      [0, false],
      [1, false],
      [4, true],
      [5, false],
      [6, false],
      [7, false],
    ]);
    expect([before.first, before.last, before.total]).toEqual([1, 8, 8]);
    expect(after.turns.map(({ message }) => message.ordinal)).toEqual([9, 10, 11]);
  });

  it("marks words by what became of the fact, numbered as in the transcript", () => {
    expect([...panel.tones]).toEqual([
      [1, "fail"],
      [3, "fail"],
      [2, "fail"],
      [4, "fail"],
    ]);
    expect(panel.after.turns[2]?.segments).toMatchObject([{ raw: "I see no credit.", refs: [4] }]);
    expect(panel.facts).toMatchObject([
      { what: "credit of £20", fate: { label: "lost" }, seen: { ref: 4, href: "#q4" } },
      { what: "account number", fate: { label: "asked again" }, given: { ref: 1, href: "#q1" } },
    ]);
  });

  it("says in a sentence what happened, and in two words how bad it was", () => {
    expect(panel.sentence).toBe(
      `${words.lost("Credit of £20", true)}; ${words.askedAgain("the account number")}.`,
    );
    expect(panel.verdict).toEqual({ tone: "fail", label: "promise lost" });
    expect([panel.previousHref, panel.nextHref]).toEqual([null, null]);
  });
});

describe("the panel of a contact", () => {
  it("shows what people said, and leads to its neighbours", () => {
    const panel = panelOf({ kind: "contact", ordinal: 1 });
    expect(panel).toMatchObject({
      kind: "contact",
      side: { first: 1, last: 3, total: 3 },
      previousHref: "?item=contact0",
      nextHref: null,
    });
  });

  it("is not there for what the case does not have", () => {
    expect(panelOf({ kind: "contact", ordinal: 7 })).toBeNull();
    expect(panelOf({ kind: "handoff", ordinal: 7 })).toBeNull();
  });
});

it.each([
  ["c1", { kind: "contact", ordinal: 1 }],
  ["h0", { kind: "handoff", ordinal: 0 }],
  ["h9", { kind: "handoff", ordinal: 0 }],
  [null, { kind: "handoff", ordinal: 0 }],
])(
  "selects what was asked for, else the handoff at which something went wrong: %s",
  (asked, item) => {
    expect(selectedItem(derived, facts, rails, asked)).toEqual(item);
  },
);

it("selects the first contact of a case without handoffs, and nothing of one without contacts", () => {
  const single = { handoffs: [], interactions: derived.interactions };
  expect(selectedItem(single, [], rails, null)).toEqual({ kind: "contact", ordinal: 0 });
  expect(selectedItem({ handoffs: [], interactions: [] }, [], rails, null)).toBeNull();
});

it("says of what the customer said again unasked that nobody had to be asked", () => {
  const again = { what: "account number", after: "said-again", kind: "detail" } as const;
  const carried = { what: "amount", after: "carried", kind: "detail" } as const;
  const sentence = factsSentence([again]);
  expect(sentence).toMatch(/^The customer .*account number again\.$/u);
  expect(factsSentence([again, carried])).toBe(`${factsSentence([carried])} ${sentence}`);
  for (const facts of [[again], [again, carried]]) {
    expect(factsVerdict(facts)).toEqual({ tone: "warn", label: "said again" });
  }
});

it("never says kept where the customer was asked again or said it again, whatever was carried", () => {
  const told = { start: 0, end: 3, text: "abc", message: 0 };
  const carried = {
    ...({ what: "amount", after: "carried", kind: "detail", by: "customer" } as const),
    ...{ given: told, seen: told },
  };
  const asked = { ...carried, after: "asked-again" } as const;
  expect(factsVerdict([carried, asked])).toEqual({ tone: "fail", label: "asked again" });
  expect(gapOf([carried, asked])).toMatchObject({
    ...{
      tone: "fail",
      chip: "1 of 2",
      words: expect.stringMatching(/^1 of 2 .* 1 asked again$/u) as string,
    },
  });
  expect(gapOf([asked]).chip).toBe("asked again");
  const said = { ...carried, after: "said-again" } as const;
  expect(gapOf([carried, said])).toMatchObject({ tone: "warn", chip: "said again" });
  expect(gapOf([said])).toMatchObject({ tone: "warn", chip: "said again" });
  expect(gapOf([carried])).toMatchObject({ tone: "pass", chip: "kept" });
  expect(gapOf([])).toMatchObject({ tone: "none", chip: "nothing found" });
});

it("compares nothing where the contact before is about another account", () => {
  expect(factsSentence([], true)).toBe(words.anotherAccount);
  expect(factsVerdict([], true).label).toBe("another account");
});

describe("what a handoff kept, in words", () => {
  const fact = (after: HandoffFacts["facts"][number]["after"], what = "the order") => ({
    what,
    after,
    kind: "detail" as const,
  });

  it.each([
    [[fact("not-needed")], /^No earlier fact/u, "nothing found"],
    [[fact("carried")], /^The order was carried/u, "carried over"],
    [[fact("lost")], /^The order was unknown/u, "fact lost"],
    [
      [fact("carried"), fact("carried", "the date"), fact("not-needed")],
      /^The order and the date were carried [^.]+\.$/u,
      "carried over",
    ],
    [
      [fact("carried"), fact("contradicted"), fact("contradicted", "the date")],
      /^The order was carried .*\. The order and the date were contradicted/u,
      "contradicted",
    ],
  ])("%#", (facts, sentence, label) => {
    expect(factsSentence(facts)).toMatch(sentence);
    expect(factsVerdict(facts).label).toBe(label);
  });
});
