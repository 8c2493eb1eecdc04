import { expect, it } from "vitest";
import type { Interaction, Message } from "@/lib/domain/case/case";
import { prepareReplayItem, type ReplaySide } from "./prepare-item";

const contact: Interaction = {
  ...{ ordinal: 0, interactionId: null, channel: "chat", startUs: 0, endUs: 0, isTouchpoint: true },
  ...{ agentKinds: [], agentIds: [], initiator: "customer", promptVersions: [], models: [] },
  ...{ releases: [], team: null, messageCount: 0, spanCount: 0, strippedCount: 0 },
  ...{ isTransferred: false, isPassedOn: false, account: 0 },
};

function sideOf(run: string, count: number, quoted: number): ReplaySide {
  const messages = Array.from({ length: count }, (_, ordinal): Message => ({
    ...{ ordinal, interaction: 0, speaker: "customer", agentKind: "unknown", agentId: null },
    ...{ text: `${run} says ${String(ordinal)}`, toolCalls: [], tool: null, atUs: 0, spans: [] },
    ...{ promptName: null, promptVersion: null, model: null },
  }));
  const evidence = [{ message: quoted, start: 0, end: 4 }];
  const verdict = { status: "scored", value: 0.9, because: "", evidence } as const;
  return {
    ...{ run, item: "G-1", repeat: 1, release: run, prompts: [] },
    derived: { messages, interactions: [contact] },
    scores: [{ evaluator: "conversation_resolution", version: 1, verdict }],
    given: { instructions: [], passages: [] },
  };
}

it("quotes nothing in place of a message that is not shown", () => {
  const model = prepareReplayItem({
    candidate: sideOf("v15", 402, 401),
    baseline: sideOf("v14", 402, 1),
    metric: "conversation_resolution",
    ...{ frozen: null, withoutBaseline: "", repeats: [], runs: [] },
  });
  expect(model.candidate.score?.quotations).toEqual([]);
  expect(model.baseline?.score?.quotations).toMatchObject([{ kind: "words" }]);
});
