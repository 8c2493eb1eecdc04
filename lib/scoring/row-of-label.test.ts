import { describe, expect, it } from "vitest";
import { anchorPlace } from "@/lib/cases/labels/anchor-place";
import type { PlacedLabel } from "@/lib/domain/quality/agreement";
import type { LabelAnswer, LabelPlace } from "@/lib/domain/quality/label";
import { groundedness } from "@/lib/evaluators/groundedness/groundedness";
import { contextOf } from "@/lib/evaluators/run-evaluators";
import { caseOfRow } from "./case-of-row";
import { rowSchema } from "./row";
import { rowOfLabel } from "./row-of-label";
import { scoreConversationResolution } from "./score-conversation-resolution";
import { scoreGroundedness } from "./score-groundedness";

const row = rowSchema.parse({
  id: "C-1",
  interactions: [
    {
      channel: "chat",
      agent_kind: "ai",
      messages: [
        { role: "user", content: "Cancel order W1, please." },
        {
          role: "assistant",
          content: "",
          tool_calls: [{ id: "c-1", name: "cancel_order", arguments: { id: "W1" } }],
        },
        { role: "tool", content: "Error: not found", tool_call_id: "c-1" },
        { role: "assistant", content: "I could not cancel it." },
      ],
    },
    {
      channel: "voice",
      agent_kind: "human",
      gap_minutes_before: 90,
      messages: [
        { role: "user", content: "I rang about W1." },
        { role: "agent", content: "Which order is it?" },
      ],
    },
  ],
});
const plain = caseOfRow(row);
const derived = {
  ...plain,
  messages: plain.messages.map((message) => ({
    ...message,
    spans: [`t/${String(message.ordinal)}`] as const,
  })),
};

function labelled(evaluator: string, place: LabelPlace, answer: LabelAnswer): PlacedLabel {
  const anchor = anchorPlace(derived, place, (words) => words);
  if (anchor === null) throw new Error("There is no such place.");
  const said = { says: "scored", value: 0.2 };
  const people = { id: 7, actor: "p", atUs: 0, caseId: "C-1", currentCaseId: "C-1" };
  const label = {
    ...people,
    evaluator,
    version: 1,
    anchor,
    said,
    answer,
    reason: "",
    evidenceHash: "",
  };
  const evidence = [{ message: 5, start: 0, end: 5 }];
  return { label, place, now: { evaluator, version: 1, ...said, evidence }, isEvidenceSame: true };
}

describe("rowOfLabel", () => {
  it("holds a contact's words as `score` reads them: the same case, the same score", () => {
    const labelRow = rowOfLabel(
      derived,
      labelled("conversation_resolution", { kind: "interaction", ordinal: 0 }, { kind: "wrong" }),
    );
    expect(labelRow).toMatchObject({
      label: 1,
      source: "labels",
      meta: { data_set: "resolution.tau" },
    });
    const again = rowSchema.parse(JSON.parse(JSON.stringify(labelRow)));
    expect(caseOfRow(again).messages.map(({ speaker, text }) => [speaker, text])).toEqual(
      derived.messages.slice(0, 4).map(({ speaker, text }) => [speaker, text]),
    );
    expect(caseOfRow(again).messages[2]?.tool).toEqual(derived.messages[2]?.tool);
    const first = rowSchema.parse({ id: "r", messages: row.interactions?.[0]?.messages });
    expect({ ...scoreConversationResolution(again), id: "r" }).toEqual(
      scoreConversationResolution(first),
    );
  });

  it("ends at the question that a label on repetition is about", () => {
    const labelRow = rowOfLabel(
      derived,
      labelled("repeat_information", { kind: "handoff", ordinal: 0 }, { kind: "right" }),
    );
    expect(labelRow?.messages.at(-1)?.content).toBe("Which order is it?");
    expect(labelRow?.label).toBe(0);
  });

  it("keeps contacts and the gap between them where a switch was judged", () => {
    const labelRow = rowOfLabel(
      derived,
      labelled("context_retention", { kind: "handoff", ordinal: 0 }, { kind: "right" }),
    );
    expect(labelRow?.interactions?.map((each) => [each.channel, each.gap_minutes_before])).toEqual([
      ["chat", 0],
      ["voice", 90],
    ]);
    expect(labelRow?.label).toMatchObject({ lost: 1, reask: 0 });
  });

  it("holds the passages that were retrieved for an answer: the same score", () => {
    const messages = derived.messages.map((message) =>
      message.ordinal === 3 ? { ...message, text: "Orders that were sent stay sent." } : message,
    );
    const answer = messages[3];
    if (answer === undefined) throw new Error("There is no answer.");
    const text = "An order that was sent cannot be cancelled.";
    const retrieval = { interaction: 0, atUs: answer.atUs, span: null };
    const retrievals = [{ ...retrieval, passages: [{ id: null, text, score: null }] }];
    const assembled = { ...derived, messages, retrievals };
    const place = labelled("groundedness", { kind: "message", ordinal: 3 }, { kind: "wrong" });
    const labelRow = rowOfLabel(assembled, place);
    expect(labelRow?.context).toEqual([text]);
    const stored = groundedness.evaluate(answer, contextOf(assembled));
    const line = scoreGroundedness(rowSchema.parse(JSON.parse(JSON.stringify(labelRow))));
    expect(stored.status).toBe("scored");
    expect(line).toMatchObject({
      status: "scored",
      value: "value" in stored ? stored.value : null,
    });
    expect(rowOfLabel(derived, place)).not.toHaveProperty("context");
  });

  it("gives no label that no public set has a form for, and no row of what is detached", () => {
    const fact = { kind: "fact", handoff: 0, message: 0, start: 0, end: 6 } as const;
    const labelRow = rowOfLabel(derived, labelled("context_retention", fact, { kind: "wrong" }));
    expect(labelRow).toMatchObject({ label: null, meta: { data_set: null } });
    const gone = labelled("e", { kind: "interaction", ordinal: 0 }, { kind: "right" });
    expect(rowOfLabel(derived, { ...gone, place: null })).toBeNull();
  });
});
