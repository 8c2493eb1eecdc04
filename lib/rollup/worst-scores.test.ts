import { describe, expect, it } from "vitest";
import type { Score, ScoreTarget } from "@/lib/domain/case";
import { derivedCase, derivedInteraction } from "@/lib/testing/derived-case";
import { verdictsBetween } from "./verdicts-between";
import { worstOf, worstScores } from "./worst-scores";

function score(
  evaluator: string,
  value: number | null,
  target: ScoreTarget = { kind: "case" },
  version: Score["version"] = 1,
): Score {
  const verdict: Score["verdict"] =
    value === null
      ? { status: "not-scorable", because: "" }
      : { status: "scored", value, because: "", evidence: [] };
  return { evaluator, version, target, verdict };
}

describe("worstScores", () => {
  it("keeps the highest where lower is better, the lowest where higher is", () => {
    const scores = [
      score("repeat_information", 0),
      score("repeat_information", 1),
      score("repeat_information", null),
      score("conversation_resolution", 0.9),
      score("conversation_resolution", 0.5),
    ];
    const worst = [
      { evaluator: "conversation_resolution", value: 0.5 },
      { evaluator: "repeat_information", value: 1 },
    ];
    expect(worstScores(scores)).toEqual(worst);
    expect(worstOf(worst)).toEqual(worst[1]);
  });

  it("leaves out what spans let through: it says nothing of how the case went", () => {
    expect(worstScores([score("redaction_coverage", 0, { kind: "span", span: "t/s" })])).toEqual(
      [],
    );
  });

  it("leaves out what nobody told the direction of", () => {
    expect(
      worstScores([
        score("theirs", 0.1),
        score("repeat_information", 1, { kind: "case" }, "imported"),
      ]),
    ).toEqual([]);
    expect(worstOf([])).toBeNull();
  });
});

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
  const told = (...scores: Score[]) =>
    verdictsBetween(derivedCase({ interactions, handoffs, scores }));
  const at = (ordinal: number): ScoreTarget => ({ kind: "handoff", ordinal });

  it("tells between touchpoints, not of agents who change inside one", () => {
    const scores = [
      score("context_retention", 1, at(0)),
      score("repeat_information", 1, at(1)),
      score("repeat_information", null, at(2)),
    ];
    expect(told(...scores)).toEqual(["kept", "unknown"]);
  });

  it("takes nothing for kept where nothing was asked for", () => {
    expect(told(score("repeat_information", 0, at(0)))).toEqual(["unknown", "unknown"]);
  });

  it("lets the worse of two evaluators speak", () => {
    const kept = score("context_retention", 1, at(2));
    const asked = score("repeat_information", 1, at(2));
    expect(told(kept, asked)).toEqual(["unknown", "asked-again"]);
    expect(told(asked, kept)).toEqual(["unknown", "asked-again"]);
  });
});
