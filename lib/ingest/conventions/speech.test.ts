import { describe, expect, it } from "vitest";
import { reading, words } from "./test-span";

const hello = { speaker: "customer", text: "Hello" };
const hi = { speaker: "agent", text: "Hi!" };
const refund = { id: "c1", name: "refund", args: '{"order":"A1"}' };
const openAiCall = { id: "c1", function: { name: refund.name, arguments: refund.args } };
const chat = { "gen_ai.operation.name": "chat" };
const json = (value: unknown) => JSON.stringify(value);

function inputOf(messages: readonly object[]) {
  return words({ attributes: { ...chat, "gen_ai.input.messages": json(messages) } }).input;
}

describe("who says what in a list of messages", () => {
  it("is not changed by a note between them; instructions in a note are instructions", () => {
    const items = [
      { id: "i1", type: "agent_config_update", instructions: "Be kind.", tools_added: ["refund"] },
      { id: "i2", type: "message", role: "user", content: ["Hello"], interrupted: false },
      { id: "i3", type: "agent_handoff", new_agent_id: "billing" },
      { id: "i4", type: "function_call", call_id: "c1", name: "refund", arguments: refund.args },
      { id: "i5", type: "function_call_output", name: "refund", call_id: "c1", output: "done" },
    ];
    const read = words({
      name: "llm_node",
      scope: "livekit-agents",
      attributes: { "lk.pii.chat_ctx": json({ items }), "lk.pii.response.text": "Hi!" },
    });
    expect(read).toMatchObject({
      system: "Be kind.",
      input: [
        hello,
        { speaker: "agent", text: "", toolCalls: [refund] },
        { speaker: "tool", text: "done", toolCallId: "c1", name: "refund" },
      ],
      output: [hi],
    });
  });

  it("is a tool if a user's message has a call's id, or the role is the name of a called tool", () => {
    const call = { role: "assistant", content: null, tool_calls: [openAiCall] };
    expect(
      inputOf([
        { role: "user", content: "Hello" },
        call,
        { role: "user", content: "done", tool_call_id: "c1" },
        { role: "refund", content: "done again" },
        { role: "concierge", content: "Hi!" },
      ]),
    ).toEqual([
      hello,
      { speaker: "agent", text: "", toolCalls: [refund] },
      { speaker: "tool", text: "done", toolCallId: "c1" },
      { speaker: "tool", text: "done again", name: "refund" },
      { ...hi, role: "concierge" },
    ]);
  });

  it("is read of a request's items inside one user message", () => {
    const items = [
      { role: "user", content: [{ type: "input_text", text: "Hello" }] },
      { type: "function_call", id: "fc_1", call_id: "c1", name: "refund", arguments: refund.args },
      { type: "function_call_output", call_id: "c1", output: "done" },
    ];
    const unpacked = [
      hello,
      { speaker: "agent", text: "", toolCalls: [refund] },
      { speaker: "tool", text: "done", toolCallId: "c1" },
    ];
    const part = { type: "text", content: json(items) };
    expect(inputOf([{ role: "user", parts: [part] }])).toEqual(unpacked);
    expect(inputOf([{ role: "user", content: json(items) }])).toEqual(unpacked);
  });

  it("is read of the OpenAI agents' items", () => {
    expect(
      inputOf([
        { type: "message", role: "user", content: "Hello" },
        { type: "function_call", id: "fc_1", callId: "c1", name: "refund", arguments: refund.args },
        {
          type: "function_call_result",
          name: "refund",
          callId: "c1",
          output: { type: "text", text: "done" },
        },
      ]),
    ).toEqual([
      hello,
      { speaker: "agent", text: "", toolCalls: [refund] },
      { speaker: "tool", text: "done", toolCallId: "c1", name: "refund" },
    ]);
  });

  it("is read of parts that were written as the text of a part", () => {
    const text = json([{ type: "text", text: "Hello" }]);
    expect(inputOf([{ role: "user", parts: [{ type: "text", content: text }] }])).toEqual([hello]);
  });

  it("loses only the message whose index is out of range", () => {
    expect(
      words({
        attributes: {
          "openinference.span.kind": "LLM",
          "llm.input_messages.0.message.role": "user",
          "llm.input_messages.0.message.content": "Hello",
          "llm.input_messages.99999999999.message.role": "user",
          "llm.input_messages.99999999999.message.content": "lost",
        },
      }).input,
    ).toEqual([hello]);
  });
});

describe("Mastra's model steps", () => {
  it("are read as replies with tool calls; placeholders of calls in its history say nothing", () => {
    expect(
      words({
        attributes: {
          "gen_ai.operation.name": "agent_step",
          "mastra.span.type": "model_step",
          "mastra.model_step.input": json([
            { role: "user", content: "Hello" },
            { role: "assistant", content: "[tool: refund]" },
            { role: "tool", content: "[tool-result: refund]" },
          ]),
          "mastra.model_step.output": json({
            text: "",
            toolCalls: [{ toolCallId: "c1", toolName: "refund", args: { order: "A1" } }],
          }),
        },
      }),
    ).toMatchObject({
      kind: "llm",
      input: [hello],
      output: [{ speaker: "agent", text: "", toolCalls: [refund] }],
    });
  });
});

describe("instructions", () => {
  it("are found in the request where the messages' own key leaves them out", () => {
    const system = { lc: 1, type: "constructor", id: ["a", "messages", "SystemMessage"] };
    const human = { lc: 1, type: "constructor", id: ["a", "messages", "HumanMessage"] };
    const body = {
      messages: [
        [
          { ...system, kwargs: { content: [{ type: "text", text: "Be kind." }] } },
          { ...human, kwargs: { content: "Hello" } },
        ],
      ],
    };
    expect(
      words({
        attributes: {
          "openinference.span.kind": "LLM",
          "llm.input_messages.0.message.role": "system",
          "llm.input_messages.1.message.role": "user",
          "llm.input_messages.1.message.content": "Hello",
          "input.value": json(body),
        },
      }),
    ).toMatchObject({ system: "Be kind.", input: [hello] });
  });
});

describe("a tool's span", () => {
  const tool = { "openinference.span.kind": "TOOL", "tool.name": "refund" };

  it("has its arguments without a decorator's wrapper", () => {
    const wrapped = [
      { args: [], kwargs: { order: "A1" } },
      { args: [{ order: "A1" }], kwargs: {} },
      { args: [refund.args] },
    ];
    for (const input of wrapped) {
      expect(reading({ attributes: { ...tool, "input.value": json(input) } }).input).toBe(
        refund.args,
      );
    }
    const several = json({ args: ["A1", 2], kwargs: {} });
    expect(reading({ attributes: { ...tool, "input.value": several } }).input).toBe(several);
  });

  it("has the text, the call's id and the failure of a result that is LangChain's message", () => {
    const message = {
      lc: 1,
      type: "constructor",
      id: ["langchain_core", "messages", "ToolMessage"],
      kwargs: { status: "error", content: "no such order", tool_call_id: "c1", name: "refund" },
    };
    expect(
      reading({ attributes: { ...tool, "output.value": json({ output: message }) } }),
    ).toMatchObject({ output: "no such order", toolCallId: "c1", isToolError: true });
    const unnamed = {
      "gen_ai.operation.name": "execute_tool",
      "traceloop.entity.output": json(message),
    };
    expect(
      reading({ name: "execute_tool DynamicStructuredTool", attributes: unnamed }).toolName,
    ).toBe("refund");
  });

  it.each([
    ["its status", { status: "error" as const, statusMessage: "ledger is locked" }],
    [
      "an exception, without its stack",
      {
        status: "error" as const,
        events: [
          {
            name: "exception",
            attributes: {
              "exception.message":
                "ledger is locked\n\nError: ledger is locked\n    at refund (bot)",
            },
          },
        ],
      },
    ],
    [
      "Langfuse's level and status message",
      {
        attributes: {
          "langfuse.observation.type": "tool",
          "langfuse.observation.level": "ERROR",
          "langfuse.observation.status_message": "ledger is locked",
        },
      },
    ],
  ])("says why it failed by %s", (_, given) => {
    expect(
      reading({ ...given, attributes: { ...tool, ...("attributes" in given && given.attributes) } })
        .failure,
    ).toBe("ledger is locked");
  });

  it("has no reason where nothing failed", () => {
    expect(reading({ statusMessage: "fine", attributes: tool }).failure).toBeNull();
  });

  it("is known by its operation, whatever a decorator calls it", () => {
    const attributes = {
      "traceloop.span.kind": "task",
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.name": "refund",
      "gen_ai.tool.call.id": "c1",
    };
    expect(reading({ attributes })).toMatchObject({ kind: "tool", toolCallId: "c1" });
    expect(reading({ attributes: { "traceloop.span.kind": "task" } }).kind).toBe("chain");
  });
});

describe("Langfuse", () => {
  it("types an observation above other hints, unless it only calls it a span", () => {
    const kindOf = (type: string) =>
      reading({
        attributes: { "langfuse.observation.type": type, "gen_ai.operation.name": "chat" },
      }).kind;
    expect(["agent", "tool", "retriever", "embedding", "guardrail", "span"].map(kindOf)).toEqual([
      "agent",
      "tool",
      "retriever",
      "embedding",
      "guardrail",
      "llm",
    ]);
  });

  it("names a prompt by its old keys, too", () => {
    expect(
      reading({ attributes: { "langfuse.prompt.name": "greet", "langfuse.prompt.version": 3 } }),
    ).toMatchObject({ promptName: "greet", promptVersion: "3" });
  });
});

describe("null", () => {
  it("never hides a value, under the same key or a weaker one", () => {
    const read = words({
      attributes: {
        "openinference.span.kind": "AGENT",
        "input.value": "null",
        "langfuse.observation.input": "Hello",
        "output.value": null,
        "langfuse.observation.output": "Hi!",
      },
    });
    expect(read).toMatchObject({ input: "Hello", output: "Hi!" });
  });

  it("stands as a tool's result, and as a customer's answer, where there is nothing else", () => {
    const tool = { "openinference.span.kind": "TOOL", "tool.name": "refund" };
    expect(words({ attributes: { ...tool, "output.value": "null" } }).output).toBe("null");
    const run = { "openinference.span.kind": "AGENT", "input.value": "None" };
    expect(words({ attributes: run }).input).toBe("None");
  });
});
