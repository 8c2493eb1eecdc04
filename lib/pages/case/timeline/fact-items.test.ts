import { describe, expect, it } from "vitest";
import type { Handoff } from "@/lib/domain/case/case";
import type { FactFate, HandoffFacts, KnownFact } from "@/lib/domain/case/handoff-facts";
import {
  derivedCase,
  derivedInteraction,
  derivedMessage,
  firstUs,
} from "@/lib/testing/derived-case";
import { factsSentence } from "../facts-sentence";
import { factsWords, factItems } from "./fact-items";
import { gapOf } from "./handoff-items";
import { factTrack } from "../words/timeline";

const switches: readonly Handoff[] = [0, 1].map((ordinal) => ({
  ordinal,
  fromInteraction: ordinal,
  toInteraction: ordinal + 1,
  kind: "channel-switch",
  isChannelChanged: true,
  fromKind: "ai",
  toKind: "human",
  initiator: "customer",
  gapUs: 1,
  toTeam: null,
  atMessage: ordinal + 1,
}));
const derived = derivedCase({
  interactions: (["chat", "voice", "email"] as const).map((channel, ordinal) =>
    derivedInteraction({ ordinal, channel, startUs: firstUs + ordinal * 100 }),
  ),
  messages: [0, 1, 2].map((ordinal) =>
    derivedMessage({ ordinal, interaction: ordinal, atUs: firstUs + ordinal * 100 + 7 }),
  ),
  handoffs: switches,
});

function fact(start: number, after: FactFate, more: Partial<KnownFact> = {}): KnownFact {
  return {
    kind: "detail",
    what: "order number",
    given: { message: 0, start, end: start + 1 },
    by: "customer",
    after,
    seen: null,
    ...more,
  };
}

function factsAt(...byHandoff: readonly (readonly KnownFact[])[]): readonly HandoffFacts[] {
  return byHandoff.map((facts, handoff) => ({ handoff, facts, isOfAnotherAccount: false }));
}

function tell(...byHandoff: readonly (readonly KnownFact[])[]) {
  return factItems(factsAt(...byHandoff), derived);
}

describe("facts on the timeline", () => {
  it("tells a fact once, with each contact that met it, by how it fared worst", () => {
    const seen = { message: 2, start: 0, end: 3 };
    const told = tell([fact(0, "carried")], [fact(0, "asked-again", { seen })]);
    expect(told).toEqual([
      {
        id: "f0",
        handoff: "h1",
        contact: 0,
        saidUs: firstUs + 7,
        dueUs: null,
        settledUs: null,
        tone: "fail",
        what: "order number",
        stateWords: "asked again",
        meetings: [
          { atUs: firstUs + 100, tone: "pass", words: "carried" },
          { atUs: firstUs + 207, tone: "fail", words: "asked again" },
        ],
        name: factTrack.item("Chat", "customer", "the order number", "Email", "asked again"),
      },
    ]);
  });

  it("puts the worst first and leaves out what nobody needed and what was promised", () => {
    const told = tell([
      fact(0, "not-needed"),
      fact(1, "carried"),
      fact(2, "contradicted", { what: "account number" }),
      fact(3, "lost", { kind: "commitment" }),
    ]);
    expect(told.map(({ id, what, stateWords }) => [id, what, stateWords])).toEqual([
      ["f0", "account number", "contradicted"],
      ["f1", "order number", "carried"],
    ]);
  });

  it("counts as every handoff does: with promises, without what was said again, each fact once", () => {
    const promise = fact(3, "lost", { kind: "commitment" });
    const all = [fact(1, "carried"), promise, fact(4, "said-again"), fact(5, "not-needed")];
    expect(factsWords(factsAt(all))).toMatch(/^1 of 2 .* 1 said again/u);
    expect(gapOf(all).words).toMatch(/1 of 2 facts .* 1 fact said again/u);
    expect(factsSentence(all)).toContain("was carried over.");
    expect(factsWords(factsAt([fact(0, "carried")], [fact(0, "asked-again")]))).toMatch(
      /^0 of 1 /u,
    );
    expect(factsWords(factsAt([fact(0, "said-again")]))).toBe("1 said again");
    expect(factsWords(factsAt([fact(0, "carried"), fact(1, "said-again")]))).toMatch(
      /^1 of 1 .* 1 said again/u,
    );
  });

  it("says so where nothing was needed", () => {
    expect(tell([fact(0, "not-needed")])).toEqual([]);
    expect(factsWords(factsAt([fact(0, "not-needed")]))).toBe("none needed again");
  });
});
