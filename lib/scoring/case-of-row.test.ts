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

  it("gives results without an id to the calls by their tool's name, else in the order of the calls", () => {
    const callsOf = (results: readonly { content: string; name?: string }[]) => {
      const calls = ["change_address", "list_products"].map((name) => ({
        role: "assistant",
        content: null,
        tool_calls: [{ name, arguments: { of: name } }],
      }));
      const answers = results.map((each) => ({ role: "tool", ...each }));
      const messages = [{ role: "user", content: "Hello" }, ...calls, ...answers];
      return caseOfRow(rowSchema.parse({ id: "r-3", messages }))
        .messages.slice(3)
        .map(({ tool, text }) => `${tool?.name} ${tool?.args} ${text}`);
    };
    const changed = 'change_address {"of":"change_address"} Rome';
    const listed = 'list_products {"of":"list_products"} hats';
    expect(callsOf([{ content: "Rome" }, { content: "hats" }])).toEqual([changed, listed]);
    expect(
      callsOf([
        { content: "hats", name: "list_products" },
        { content: "Rome", name: "change_address" },
      ]),
    ).toEqual([listed, changed]);
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
