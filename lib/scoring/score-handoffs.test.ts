import { describe, expect, it } from "vitest";
import { rowSchema } from "./row";
import { scoreContextRetention } from "./score-context-retention";
import { scorePromises } from "./score-promises";

type Turn = readonly [role: "user" | "agent", content: string];

function handoff(first: readonly Turn[], second: readonly Turn[]) {
  const messages = (turns: readonly Turn[]) => turns.map(([role, content]) => ({ role, content }));
  return rowSchema.parse({
    id: "h",
    interactions: [
      { channel: "chat", agent_kind: "human", messages: messages(first) },
      {
        channel: "voice",
        agent_kind: "human",
        gap_minutes_before: 60,
        messages: messages(second),
      },
    ],
  });
}

const given: readonly Turn[] = [
  ["user", "I want a viewing on Friday at 7 pm, under reservation HX7DUB."],
  ["agent", "Noted."],
];

function eventsAfter(...second: readonly Turn[]) {
  const line = scoreContextRetention(handoff(given, second));
  return "events" in line ? line.events : [];
}

describe("scoring what was kept at a switch", () => {
  it("finds what was asked again, however the value is written the second time", () => {
    expect(
      eventsAfter(["agent", "Could you give me the time, please?"], ["user", "It is 19:00."]),
    ).toEqual([{ type: "reask", interaction: 1, message: 0 }]);
  });

  it("finds another value than the one that was given", () => {
    expect(eventsAfter(["agent", "The notes say the day is Tuesday."], ["user", "Okay."])).toEqual([
      { type: "contradict", interaction: 1, message: 0 },
    ]);
  });

  it("finds what was done with another value", () => {
    expect(
      eventsAfter(["agent", "I've registered it for Tuesday."], ["user", "No, I said Friday."]),
    ).toEqual([{ type: "lost", interaction: 1, message: 0 }]);
  });

  it("leaves a value that is read back alone", () => {
    expect(eventsAfter(["agent", "The notes say the day is Friday."], ["user", "Yes."])).toEqual(
      [],
    );
  });
});

describe("scoring promises", () => {
  it("finds a promise's position and due time, and that a later contact denied it", () => {
    const row = handoff(
      [
        ["user", "The fee is wrong."],
        ["agent", "I'll put a $15 credit on your account by Friday."],
      ],
      [
        ["user", "Where is the $15 credit I was promised?"],
        ["agent", "I can't find any record of a credit."],
      ],
    );
    expect(scorePromises(row)).toMatchObject({
      promises: [{ interaction: 0, message: 1, start: 0, status: "denied", due: "by Friday" }],
    });
  });

  it.each([
    ["Where is the $15 credit I was promised?", "The $15 credit is on its way.", "known"],
    ["Where is the $15 credit I was promised?", "Which order is it about?", "ignored"],
    ["Here I am again.", "Which order is it about?", "open"],
    ["Hello.", "I have put the $15 credit on your account.", "kept"],
  ])("says of “%s”, “%s” that the promise is %s", (customer, agent, status) => {
    const row = handoff(
      [
        ["user", "The fee is wrong."],
        ["agent", "I'll put a $15 credit on your account by Friday."],
      ],
      [
        ["user", customer],
        ["agent", agent],
      ],
    );
    expect(scorePromises(row)).toMatchObject({ promises: [{ status }] });
  });

  it.each([
    ["has done it", '{"amount": 15, "status": "completed"}', "kept"],
    ["failed", "Error: payment service unavailable", "open"],
    ["did it for another sum", '{"amount": 40, "status": "completed"}', "open"],
  ])("says what became of a promise where a tool %s", (_, result, status) => {
    const amount = /\d+/.exec(result)?.[0] ?? "15";
    const row = rowSchema.parse({
      id: "t",
      messages: [
        { role: "user", content: "The fee is wrong." },
        { role: "assistant", content: "I'll refund the $15 fee by Friday." },
        {
          role: "assistant",
          tool_calls: [{ id: "c", name: "issue_refund", arguments: { amount } }],
        },
        { role: "tool", tool_call_id: "c", content: result },
      ],
    });
    expect(scorePromises(row)).toMatchObject({ promises: [{ message: 1, status }] });
  });

  it("finds none in questions, conditions or immediate acts", () => {
    const row = handoff(
      [["agent", "If you send it back I will refund you. I will check that now."]],
      [["agent", "Shall I send a replacement?"]],
    );
    expect(scorePromises(row)).toEqual({ id: "h", promises: [] });
  });
});
