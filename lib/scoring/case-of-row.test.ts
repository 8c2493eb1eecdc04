import { describe, expect, it } from "vitest";
import { caseOfRow } from "./case-of-row";
import { rowSchema } from "./row";

describe("caseOfRow", () => {
  it("makes one message of each message, in order, with the call that a tool answers", () => {
    const row = rowSchema.parse({
      id: "r-1",
      messages: [
        { role: "user", content: "Cancel order W1." },
        {
          role: "assistant",
          content: null,
          tool_calls: [{ id: "c-1", name: "cancel_order", arguments: { id: "W1" } }],
        },
        { role: "tool", content: "Error: not found", tool_call_id: "c-1" },
      ],
      label: null,
    });
    const { messages, interactions, handoffs } = caseOfRow(row);
    expect(messages.map(({ speaker }) => speaker)).toEqual(["customer", "agent", "tool"]);
    expect(messages[2]?.tool).toEqual({ name: "cancel_order", args: '{"id":"W1"}', isError: true });
    expect(interactions).toHaveLength(1);
    expect(handoffs).toHaveLength(0);
  });

  it("finds the handoff between contacts, with the gap of the row", () => {
    const row = rowSchema.parse({
      id: "r-2",
      interactions: [
        { channel: "voice", agent_kind: "human", messages: [{ role: "user", content: "Hello" }] },
        {
          channel: "sms",
          agent_kind: "ai",
          gap_minutes_before: 90,
          messages: [{ role: "user", content: "Again me" }],
        },
      ],
    });
    const { handoffs, messages } = caseOfRow(row);
    expect(handoffs).toMatchObject([
      { kind: "human-to-ai", gapUs: 90 * 60_000_000, atMessage: 1, isChannelChanged: true },
    ]);
    expect(messages[1]?.interaction).toBe(1);
  });
});
