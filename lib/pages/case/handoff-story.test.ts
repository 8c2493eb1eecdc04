import { describe, expect, it } from "vitest";
import type { Handoff, Message } from "@/lib/domain/case/case";
import type { CasePromise } from "@/lib/domain/case/case-promise";
import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import { chooseHandoffLines, handoffStory, storyEvidence } from "./handoff-story";
import { numberQuotations } from "@/lib/format/number-quotations";
import type { TimelinePromise } from "./timeline/timeline-model";

const texts = [
  "My order is W5512390 and I live at the mill.",
  "You will have a $40 credit by Friday.",
  "What is your order number?",
  "I see no credit here.",
];
const messages = texts.map((text, ordinal): Message => ({
  ordinal,
  interaction: ordinal < 2 ? 0 : 1,
  speaker: ordinal === 0 ? "customer" : "agent",
  agentKind: "unknown",
  agentId: null,
  text,
  toolCalls: [],
  tool: null,
  atUs: ordinal,
  spans: [],
  promptName: null,
  promptVersion: null,
  model: null,
}));

const quote = (message: number, words: string) => {
  const start = texts[message]?.indexOf(words) ?? 0;
  return { message, start, end: start + words.length };
};

const handoff = (ordinal: number, isInside = false): Handoff => ({
  ordinal,
  fromInteraction: isInside ? 1 : 0,
  toInteraction: 1,
  kind: "channel-switch",
  isChannelChanged: !isInside,
  fromKind: "human",
  toKind: "ai",
  initiator: "customer",
  gapUs: 0,
  toTeam: null,
  atMessage: 2,
});

const fact = (what: string, after: FactFate, more: Partial<KnownFact> = {}): KnownFact => ({
  kind: "detail",
  what,
  given: quote(0, "W5512390"),
  by: "customer",
  after,
  seen: after === "not-needed" ? null : quote(2, "order number"),
  ...more,
});

const promise: CasePromise = {
  quote: quote(1, "a $40 credit by Friday"),
  interaction: 0,
  by: "human",
  kind: "credit",
  what: "credit of $40",
  madeUs: 1,
  dueUs: null,
  dueWords: "by Friday",
  status: "broken",
  because: "Nothing came.",
  evidence: null,
  settledUs: null,
  receptions: [{ interaction: 1, reception: "denied", quote: quote(3, "no credit") }],
};
const told = [
  { what: "credit of $40 by Friday", tone: "fail", stateWords: "broken" } as TimelinePromise,
];

const quotations = (stories: ReturnType<typeof chooseHandoffLines>) =>
  numberQuotations(messages, storyEvidence(stories), (ordinal, anchor) => `#${anchor || ordinal}`);

function storyAt(facts: readonly KnownFact[], promises: readonly CasePromise[], at = handoff(0)) {
  const stories = chooseHandoffLines(
    { handoffs: [at] },
    { handoffFacts: [{ handoff: 0, facts, isOfAnotherAccount: false }], promises },
    told,
  );
  const [first] = stories;
  if (first === undefined) throw new Error("no story");
  return handoffStory(first, quotations(stories));
}

describe("the story of a handoff", () => {
  it("tells what became of each fact with the words before and after it, worst first", () => {
    const { lines } = storyAt(
      [fact("city", "carried"), fact("colour", "not-needed"), fact("order number", "asked-again")],
      [],
    );
    expect(lines.map(({ what, fate }) => [what, fate.label, fate.tone])).toEqual([
      ["order number", "asked again", "fail"],
      ["city", "carried", "pass"],
    ]);
    const words = [lines[0]?.given, lines[0]?.seen].map((each) =>
      each?.kind === "words" ? each.words.map(({ raw }) => raw).join("") : null,
    );
    expect(words).toEqual(["W5512390", "order number"]);
  });

  it("tells a promise with its state and how the next contact received it, and not again as a fact", () => {
    const commitment = fact("credit of $40", "lost", { kind: "commitment", given: promise.quote });
    const { lines } = storyAt([commitment], [promise]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      kind: "promise",
      what: "credit of $40 by Friday",
      fate: { tone: "fail", label: "not known" },
      state: { tone: "fail", label: "broken" },
    });
    expect(lines[0]?.seen?.kind).toBe("words");
  });

  it("tells promises only where a contact follows another, and of those made before", () => {
    expect(storyAt([], [promise], handoff(0, true)).lines).toEqual([]);
    expect(storyAt([], [{ ...promise, quote: quote(3, "no credit") }]).lines).toEqual([]);
  });

  it("leaves to the close-up what is beyond six lines", () => {
    const facts = Array.from({ length: 9 }, (_, at) => fact(`fact ${String(at)}`, "carried"));
    expect(storyAt(facts, [])).toMatchObject({ lines: { length: 6 }, more: 3 });
  });

  it("tells only what went wrong where a case has very many handoffs", () => {
    const handoffs = Array.from({ length: 25 }, (_, ordinal) => handoff(ordinal));
    const facts = [fact("city", "carried"), fact("order number", "asked-again")];
    const handoffFacts = handoffs.map(({ ordinal }) => ({
      ...{ handoff: ordinal, facts, isOfAnotherAccount: false },
    }));
    const stories = chooseHandoffLines({ handoffs }, { handoffFacts, promises: [] }, []);
    expect(stories).toHaveLength(25);
    expect(new Set(stories.map(({ lines }) => lines.map(({ what }) => what).join()))).toEqual(
      new Set(["order number"]),
    );
  });
});
