import { describe, expect, it } from "vitest";
import { reading, words } from "./test-span";

const hello = [{ speaker: "customer", text: "Hello" }];
const hi = [{ speaker: "agent", text: "Hi!" }];

describe("agent frameworks on OTel events", () => {
  it("reads Strands' content blocks and its tool's events", () => {
    expect(
      words({
        name: "chat",
        attributes: { "gen_ai.operation.name": "chat" },
        events: [
          { name: "gen_ai.user.message", attributes: { content: '[{"text": "Hello"}]' } },
          {
            name: "gen_ai.tool.message",
            attributes: {
              content:
                '[{"toolResult": {"toolUseId": "c1", "status": "success", "content": [{"text": "rainy"}]}}]',
            },
          },
          {
            name: "gen_ai.choice",
            attributes: { finish_reason: "end_turn", message: '[{"text": "Hi!"}]' },
          },
        ],
      }),
    ).toMatchObject({
      input: [...hello, { speaker: "tool", text: "rainy", toolCallId: "c1" }],
      output: hi,
    });
    expect(
      words({
        name: "execute_tool weather",
        attributes: { "gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "weather" },
        events: [
          {
            name: "gen_ai.tool.message",
            attributes: { role: "tool", content: '{"city": "Paris"}', id: "c1" },
          },
          { name: "gen_ai.choice", attributes: { message: '[{"text": "rainy"}]', id: "c1" } },
        ],
      }),
    ).toMatchObject({ kind: "tool", input: '{"city": "Paris"}', output: "rainy" });
  });

  it("reads Semantic Kernel's completions and agents", () => {
    expect(
      words({
        name: "chat.completions gpt-4o",
        attributes: { "gen_ai.operation.name": "chat.completions" },
        events: [
          {
            name: "gen_ai.content.prompt",
            attributes: { "gen_ai.prompt": '[{"role": "user", "content": "Hello"}]' },
          },
          {
            name: "gen_ai.content.completion",
            attributes: { "gen_ai.completion": '[{"role": "Assistant", "content": "Hi!"}]' },
          },
        ],
      }),
    ).toEqual({ kind: "llm", part: "history", system: null, input: hello, output: hi });
    expect(
      words({
        name: "invoke_agent Support",
        attributes: {
          "gen_ai.operation.name": "invoke_agent",
          "gen_ai.agent.invocation_input": '[{"role":"user","content":"Hello"}]',
          "gen_ai.agent.invocation_output":
            '[{"role":"assistant","content":"Hi!","finish_reason":"stop"}]',
        },
      }),
    ).toEqual({ kind: "agent", part: "summary", system: null, input: hello, output: hi });
  });

  it("reads Mastra's spans by their type", () => {
    expect(
      words({
        name: "agent run: support",
        attributes: {
          "mastra.span.type": "agent_run",
          "mastra.agent_run.input": '[{"role":"user","content":"Hello"}]',
          "mastra.agent_run.output": '{"text":"Hi!"}',
        },
      }),
    ).toEqual({
      kind: "agent",
      part: "summary",
      system: null,
      input: hello,
      output: [{ speaker: "agent", text: "Hi!" }],
    });
  });

  it("reads Haystack's components by their type", () => {
    expect(
      words({
        name: "haystack.component.run",
        attributes: {
          "haystack.component.name": "llm",
          "haystack.component.type": "OpenAIChatGenerator",
          "haystack.component.input": JSON.stringify({
            messages: [{ role: "user", content: [{ text: "Hello" }] }],
          }),
          "haystack.component.output": JSON.stringify({
            replies: [{ role: "assistant", meta: {}, content: [{ text: "Hi!" }] }],
          }),
        },
      }),
    ).toEqual({ kind: "llm", part: "history", system: null, input: hello, output: hi });
  });

  it("reads Spring AI's tools", () => {
    expect(
      reading({
        name: "tool_call weather",
        attributes: {
          "gen_ai.operation.name": "framework",
          "spring.ai.kind": "tool_call",
          "spring.ai.tool.definition.name": "weather",
          "spring.ai.tool.call.arguments": '{"city":"Paris"}',
          "spring.ai.tool.call.result": '"rainy"',
        },
      }),
    ).toMatchObject({
      kind: "tool",
      toolName: "weather",
      input: '{"city":"Paris"}',
      output: "rainy",
    });
  });

  it("keeps of a graph's final state only what is new", () => {
    expect(
      words({
        name: "LangGraph.workflow",
        attributes: {
          "traceloop.span.kind": "workflow",
          "traceloop.entity.input": '{"inputs":{"messages":[["user","Hello"]]},"kwargs":{}}',
          "traceloop.entity.output":
            '{"outputs":{"messages":[{"type":"human","content":"Hello"},{"type":"ai","content":"Hi!"}]}}',
        },
      }),
    ).toEqual({ kind: "chain", part: "summary", system: null, input: hello, output: hi });
  });

  it("finds an agent's reply at the end of its message events", () => {
    const event = (role: string, content: string) => ({
      name: `gen_ai.${role}.message`,
      attributes: { "gen_ai.event.content": JSON.stringify({ role, content }) },
    });
    expect(
      words({
        name: "process_thread_run",
        attributes: { "gen_ai.operation.name": "process_thread_run", "gen_ai.thread.id": "t" },
        events: [event("user", "Hello"), event("assistant", "Hi!")],
      }),
    ).toEqual({ kind: "agent", part: "summary", system: null, input: hello, output: hi });
  });

  it.each(["error", "failed", true])("takes a tool that says %j of itself for failed", (status) => {
    expect(
      reading({
        attributes: { "gen_ai.operation.name": "execute_tool", "gen_ai.tool.status": status },
      }).isToolError,
    ).toBe(true);
  });

  it("does not take a provider's or a car's name for instructions or a model", () => {
    expect(reading({ attributes: { system: "openai", model_name: "roadster" } })).toMatchObject({
      kind: "other",
      system: null,
    });
  });
});

describe("traceAI for the AI SDK", () => {
  it("reads flattened parts whose further members are null, and the calls where it lost them", () => {
    const parts = "llm.input_messages.1.message.contents.0.message_content.";
    const called = "llm.input_messages.1.message.tool_calls.0.tool_call.";
    const made = "llm.output_messages.0.message.tool_calls.0.tool_call.function.";
    expect(
      words({
        name: "ai.generateText.doGenerate",
        attributes: {
          "fi.span.kind": "LLM",
          "llm.input_messages.0.message.role": "user",
          "llm.input_messages.0.message.content": "Refund it.",
          "llm.input_messages.0.message.tool_calls.0.tool_call.function.name": null,
          "llm.input_messages.1.message.role": "assistant",
          [`${parts}type`]: "tool-call",
          [`${parts}text`]: null,
          [`${called}id`]: "call_1",
          [`${called}function.name`]: "refund_order",
          [`${called}function.arguments`]: null,
          "llm.output_messages.0.message.role": "assistant",
          [`${made}name`]: "refund_order",
          [`${made}arguments`]: null,
          "ai.response.toolCalls":
            '[{"toolCallId":"call_2","toolName":"refund_order","input":"{}"}]',
        },
      }),
    ).toMatchObject({
      input: [
        { speaker: "customer", text: "Refund it." },
        { speaker: "agent", toolCalls: [{ id: "call_1", name: "refund_order", args: "" }] },
      ],
      output: [
        { speaker: "agent", toolCalls: [{ id: "call_2", name: "refund_order", args: "{}" }] },
      ],
    });
  });
});

describe("Flue", () => {
  it("reads a tool's arguments and result that are no objects", () => {
    expect(
      words({
        name: "execute_tool count",
        attributes: {
          "gen_ai.operation.name": "execute_tool",
          "gen_ai.tool.name": "count",
          "flue.tool.call.arguments": "[1,2]",
          "flue.tool.call.result": "3",
        },
      }),
    ).toMatchObject({ kind: "tool", input: "[1,2]", output: "3" });
  });
});
