import { describe, expect, it } from "vitest";
import type { Score, ScoreTarget } from "@/lib/domain/case/case";
import { derivedCase, derivedInteraction, score } from "@/lib/testing/derived-case";
import { contextsOfHandoffs, verdictsBetween } from "./verdicts-between";

describe("verdictsBetween", () => {
  const interactions = [0, 1, 2, 3].map((ordinal) =>
    derivedInteraction({ ordinal, isTouchpoint: ordinal !== 1 }),
  );
  const between = (ordinal: number, fromInteraction: number, toInteraction: number) => ({
    ordinal,
    fromInteraction,
    toInteraction,
    kind: "return" as const,
    isChannelChanged: false,
    fromKind: "ai" as const,
    toKind: "ai" as const,
    initiator: "customer" as const,
    gapUs: 1,
    toTeam: null,
    atMessage: 0,
  });
  const handoffs = [between(0, 0, 2), between(1, 2, 2), between(2, 2, 3)];
  const given = (...scores: Score[]) =>
    verdictsBetween(derivedCase({ interactions, handoffs, scores }));
  const at = (ordinal: number): ScoreTarget => ({ kind: "handoff", ordinal });

  it("has verdicts between touchpoints, not of agents who change inside one", () => {
    const scores = [
      score("repeat_information", 0, at(0)),
      score("repeat_information", 1, at(1)),
      score("repeat_information", null, at(2)),
    ];
    expect(given(...scores)).toEqual(["kept", "unknown"]);
  });

  it("tells what was asked again from what was said again unasked", () => {
    const scores = [score("repeat_information", 0.5, at(0)), score("repeat_information", 1, at(2))];
    expect(given(...scores)).toEqual(["said-again", "asked-again"]);
  });

  it("says that something was lost where nothing was repeated, and of nothing else", () => {
    const lost = score("context_retention", 0, at(0));
    const kept = score("context_retention", 1, at(2));
    expect(given(lost, kept)).toEqual(["unknown", "unknown"]);
    expect(given(lost, score("repeat_information", 0, at(0)))).toEqual(["lost", "unknown"]);
    expect(given(kept, score("repeat_information", 1, at(2)))).toEqual(["unknown", "asked-again"]);
    expect(given(kept, score("repeat_information", 0, at(2)))).toEqual(["unknown", "kept"]);
  });

  it("leaves out an exporter's score of the same name", () => {
    expect(given(score("repeat_information", 1, at(0), "imported"))).toEqual([
      "unknown",
      "unknown",
    ]);
  });
});

describe("contextsOfHandoffs", () => {
  it("gives the context kept at each scored handoff, whatever was asked again", () => {
    const at = (ordinal: number): ScoreTarget => ({ kind: "handoff", ordinal });
    const scores = [
      score("context_retention", 0.5, at(0)),
      score("repeat_information", 1, at(1)),
      score("context_retention", null, at(2)),
      score("context_retention", 1, at(3)),
      score("context_retention", 1, at(4), "imported"),
    ];
    expect([...contextsOfHandoffs(scores)]).toEqual([
      [0, 0.5],
      [3, 1],
    ]);
  });
});
