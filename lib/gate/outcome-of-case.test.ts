import fc from "fast-check";
import { expect, it } from "vitest";
import type { Score } from "@/lib/domain/case/case";
import { runSchema } from "@/lib/domain/gate/run";
import { derivedCase, derivedInteraction, score } from "@/lib/testing/derived-case";
import { runs } from "@/lib/testing/runs";
import { outcomeOfCase, outcomesOfCase } from "./outcome-of-case";

const replay = { item: "refund-017", repeat: 1 };
const resolution = { name: "conversation_resolution", version: 19 };
const retention = { name: "context_retention", version: 22 };

const contacts = [
  derivedInteraction({ channel: "voice" }),
  derivedInteraction({ ordinal: 1, channel: "chat" }),
  derivedInteraction({ ordinal: 2, channel: "sms", isTouchpoint: false }),
];

function ofContact(ordinal: number, value: number | null, version: Score["version"] = 19): Score {
  return score(resolution.name, value, { kind: "interaction", ordinal }, version);
}

function ofHandoff(ordinal: number, value: number | null): Score {
  return score(retention.name, value, { kind: "handoff", ordinal }, 22);
}

function outcome(scores: readonly Score[], evaluator = resolution, interactions = contacts) {
  return outcomeOfCase(derivedCase({ interactions, scores }), replay, evaluator);
}

it("is the score of the last contact that the customer took part in", () => {
  const scores = [ofContact(0, 0.9), ofContact(1, 0.3), ofContact(2, 0.8)];
  expect(outcome(scores)).toEqual({
    ...replay,
    score: 0.3,
    error: null,
    evaluator: "conversation_resolution",
    version: "19",
    channels: ["chat", "voice"],
    critical: [],
  });
});

it("is of the evaluator and version asked for, not of a score that came with the traces", () => {
  const scores = [ofContact(1, 0.9, "imported"), ofContact(1, 0.8, 18), ofContact(1, 0.2)];
  expect(outcome(scores).score).toBe(0.2);
  expect(outcome(scores.slice(0, 2))).toMatchObject({
    score: null,
    error: expect.stringContaining("conversation_resolution 19") as string,
  });
});

it("is not scored where the evaluator abstains, with its reason", () => {
  const abstained = { ...ofContact(1, null) };
  const because = `Signs on both sides:\n${"and so on ".repeat(40)}`;
  const scores = [ofContact(0, 0.9), { ...abstained, verdict: { ...abstained.verdict, because } }];
  const { score: value, error } = outcome(scores);
  expect(value).toBeNull();
  expect(error).toMatch(/^Signs on both sides: and so on .*…$/);
  expect(error?.length).toBeLessThanOrEqual(200);
});

it("is the worst of a case's handoffs, and not scored where no handoff is", () => {
  const scores = [ofHandoff(0, 1), ofHandoff(1, 0.25), ofHandoff(2, null)];
  expect(outcome(scores, retention).score).toBe(0.25);
  expect(outcome([ofHandoff(0, null)], retention).score).toBeNull();
  expect(outcome([], retention).error).toMatch(/^context_retention 22 /u);
});

it("is not scored if the customer took no part", () => {
  const silent = contacts.map((contact) => ({ ...contact, isTouchpoint: false }));
  expect(outcome([ofContact(1, 0.9)], resolution, silent)).toMatchObject({
    score: null,
    error: expect.stringContaining("no part") as string,
    channels: [],
  });
});

it("is always one that a gate's files can hold", () => {
  const because = fc.string({ unit: "binary", maxLength: 400 });
  fc.assert(
    fc.property(because, (text) => {
      const verdict = { status: "not-scorable", because: text } as const;
      const outcomes = [outcome([{ ...ofContact(1, null), verdict }])];
      const run = { release: "v15", cohort: null, outcomes };
      expect(runSchema.parse(run)).toEqual(run);
    }),
    { numRuns: runs(200) },
  );
});

it("is of every evaluator that scored the case, and of every judge of the team's own", () => {
  const ofTeam = (name: string, value: number) =>
    score(name, value, { kind: "interaction", ordinal: 1 }, "imported");
  const falseSuccess = score("false_success", 1, { kind: "interaction", ordinal: 1 }, 5);
  const judged = [ofTeam("our_judge", 1), ofTeam(resolution.name, 0.7)];
  const scores = [ofContact(1, 0.2), falseSuccess, ...judged];
  const higher = [retention, resolution].map((each) => ({
    ...each,
    direction: "higher-is-better" as const,
  }));
  const lower = { name: "false_success", version: 5, direction: "lower-is-better" as const };
  const derived = derivedCase({ interactions: contacts, scores });
  const all = outcomesOfCase(derived, replay, [...higher, lower]);
  expect(all.every(({ critical }) => critical.join() === "false_success")).toBe(true);
  expect(all.map(({ evaluator, version, score: value }) => [evaluator, version, value])).toEqual([
    ["conversation_resolution", "19", 0.2],
    ["false_success", "5", 0],
    ["conversation_resolution (imported)", "imported", 0.7],
    ["our_judge", "imported", 1],
  ]);
});

it("is the worst handoff also where a lower score is better", () => {
  const ofOne = (ordinal: number, value: number) =>
    score("repeat_information", value, { kind: "handoff", ordinal }, 3);
  const derived = derivedCase({ interactions: contacts, scores: [ofOne(0, 0), ofOne(1, 1)] });
  const evaluator = { name: "repeat_information", version: 3 };
  const turned = { ...evaluator, direction: "lower-is-better" as const };
  expect(outcomesOfCase(derived, replay, [turned])).toMatchObject([{ score: 0 }]);
});
