import { describe, expect, it } from "vitest";
import { reading, words } from "./test-span";

const hello = [{ speaker: "customer", text: "Hello" }];
const hi = [{ speaker: "agent", text: "Hi!" }];
const weather = { id: "c1", name: "weather", args: '{"city":"Paris"}' };

describe("Vercel AI SDK", () => {
  it("reads the model call inside a run", () => {
    expect(
      reading({
        name: "ai.generateText.doGenerate",
        scope: "ai",
        attributes: {
          "operation.name": "ai.generateText.doGenerate support-bot",
          "ai.operationId": "ai.generateText.doGenerate",
          "ai.model.id": "gpt-4o",
          "ai.telemetry.functionId": "support-bot",
          "ai.telemetry.metadata.sessionId": "s-1",
          "ai.telemetry.metadata.userId": "u-1",
          "ai.telemetry.metadata.case_id": "C-1",
          "ai.prompt.messages": JSON.stringify([
            { role: "system", content: "Be kind." },
            { role: "user", content: [{ type: "text", text: "Hello" }] },
            {
              role: "assistant",
              content: [
                {
                  type: "tool-call",
                  toolCallId: "c1",
                  toolName: "weather",
                  args: { city: "Paris" },
                },
              ],
            },
            {
              role: "tool",
              content: [
                {
                  type: "tool-result",
                  toolCallId: "c1",
                  toolName: "weather",
                  output: { type: "text", value: "rainy" },
                },
              ],
            },
          ]),
          "ai.response.text": "Hi!",
          "ai.response.toolCalls":
            '[{"toolCallType":"function","toolCallId":"c1","toolName":"weather","args":"{\\"city\\":\\"Paris\\"}"}]',
        },
      }),
    ).toMatchObject({
      kind: "llm",
      part: "history",
      model: "gpt-4o",
      promptName: null,
      system: "Be kind.",
      input: [
        ...hello,
        { speaker: "agent", text: "", toolCalls: [weather] },
        { speaker: "tool", text: "rainy", toolCallId: "c1", name: "weather" },
      ],
      output: [{ speaker: "agent", text: "Hi!", toolCalls: [weather] }],
      declared: {
        session: [{ value: "s-1", from: "metadata" }],
        customerId: [{ value: "u-1", from: "metadata" }],
        caseId: [{ value: "C-1", from: "metadata" }],
      },
    });
  });

  it("reads the run around it, and a tool's call", () => {
    expect(
      words({
        name: "ai.streamText",
        attributes: {
          "ai.operationId": "ai.streamText",
          "ai.prompt": '{"system":"Be kind.","prompt":"Hello"}',
          "ai.response.text": "Hi!",
        },
      }),
    ).toEqual({ kind: "agent", part: "summary", system: "Be kind.", input: hello, output: hi });
    expect(
      reading({
        name: "ai.toolCall",
        attributes: {
          "ai.operationId": "ai.toolCall",
          "ai.toolCall.name": "weather",
          "ai.toolCall.args": '{"city":"Paris"}',
          "ai.toolCall.result": '"rainy"',
        },
      }),
    ).toMatchObject({
      kind: "tool",
      toolName: "weather",
      input: '{"city":"Paris"}',
      output: "rainy",
    });
  });
});

describe("Pydantic AI", () => {
  const events = [
    { content: "Be kind.", role: "system", "event.name": "gen_ai.system.message" },
    {
      content: "Hello",
      role: "user",
      "gen_ai.message.index": 0,
      "event.name": "gen_ai.user.message",
    },
    { index: 0, message: { role: "assistant", content: "Hi!" }, "event.name": "gen_ai.choice" },
  ];

  it("reads format 1: events as an attribute of the model's span", () => {
    expect(
      words({
        name: "chat gpt-4o",
        scope: "pydantic-ai",
        attributes: { "gen_ai.operation.name": "chat", events: JSON.stringify(events) },
      }),
    ).toEqual({ kind: "llm", part: "history", system: "Be kind.", input: hello, output: hi });
  });

  it("reads an agent's run in formats 1 and 2", () => {
    const first = words({
      name: "agent run",
      attributes: { all_messages_events: JSON.stringify(events.slice(0, 2)), final_result: "Hi!" },
    });
    const second = words({
      name: "invoke_agent support",
      attributes: {
        "pydantic_ai.all_messages": JSON.stringify([
          { role: "user", parts: [{ type: "text", content: "Hello" }] },
          { role: "assistant", parts: [{ type: "text", content: "Hi!" }] },
        ]),
      },
    });
    expect(first).toEqual({
      kind: "agent",
      part: "summary",
      system: "Be kind.",
      input: hello,
      output: "Hi!",
    });
    expect(second).toEqual({
      kind: "agent",
      part: "summary",
      system: null,
      input: hello,
      output: hi,
    });
  });

  it("reads a running tool", () => {
    expect(
      reading({
        name: "running tool",
        attributes: {
          "gen_ai.tool.name": "weather",
          tool_arguments: '{"city":"Paris"}',
          tool_response: "rainy",
          "logfire.msg": "running tool: weather",
        },
      }),
    ).toMatchObject({
      kind: "tool",
      toolName: "weather",
      input: '{"city":"Paris"}',
      output: "rainy",
    });
  });
});

describe("Google", () => {
  it("reads the ADK's model call and tool", () => {
    expect(
      reading({
        name: "call_llm",
        scope: "gcp.vertex.agent",
        attributes: {
          "gen_ai.system": "gcp.vertex.agent",
          "gen_ai.request.model": "gemini-2.0-flash",
          "gcp.vertex.agent.session_id": "s-1",
          "gcp.vertex.agent.llm_request": JSON.stringify({
            model: "gemini-2.0-flash",
            config: { system_instruction: "Be kind." },
            contents: [{ role: "user", parts: [{ text: "Hello" }] }],
          }),
          "gcp.vertex.agent.llm_response": JSON.stringify({
            content: {
              role: "model",
              parts: [{ function_call: { id: "c1", name: "weather", args: { city: "Paris" } } }],
            },
          }),
        },
      }),
    ).toMatchObject({
      kind: "llm",
      part: "history",
      model: "gemini-2.0-flash",
      system: "Be kind.",
      input: hello,
      output: [{ speaker: "agent", text: "", toolCalls: [weather] }],
      declared: { session: [{ value: "s-1", from: "span" }] },
    });
    expect(
      reading({
        name: "execute_tool weather",
        attributes: {
          "gen_ai.operation.name": "execute_tool",
          "gen_ai.tool.name": "weather",
          "gcp.vertex.agent.llm_request": "{}",
          "gcp.vertex.agent.llm_response": "{}",
          "gcp.vertex.agent.tool_call_args": '{"city":"Paris"}',
          "gcp.vertex.agent.tool_response": '{"result":"rainy"}',
        },
      }),
    ).toMatchObject({
      kind: "tool",
      toolName: "weather",
      input: '{"city":"Paris"}',
      output: '{"result":"rainy"}',
    });
  });

  it("reads Genkit's model, tool and flow", () => {
    const kinds = (subtype: string) =>
      reading({
        name: "x",
        attributes: { "genkit:type": "action", "genkit:metadata:subtype": subtype },
      }).kind;
    expect(["model", "tool", "flow", "retriever", "embedder"].map(kinds)).toEqual([
      "llm",
      "tool",
      "chain",
      "retriever",
      "embedding",
    ]);
    expect(
      reading({
        name: "googleai/gemini-2.0-flash",
        attributes: {
          "genkit:type": "action",
          "genkit:metadata:subtype": "model",
          "genkit:name": "googleai/gemini-2.0-flash",
          "genkit:input": JSON.stringify({
            messages: [
              { role: "system", content: [{ text: "Be kind." }] },
              { role: "user", content: [{ text: "Hello" }] },
            ],
            config: {},
          }),
          "genkit:output": JSON.stringify({
            message: {
              role: "model",
              content: [
                { text: "Hi!" },
                { toolRequest: { ref: "c1", name: "weather", input: { city: "Paris" } } },
              ],
            },
            finishReason: "stop",
          }),
        },
      }),
    ).toMatchObject({
      kind: "llm",
      model: "googleai/gemini-2.0-flash",
      system: "Be kind.",
      input: hello,
      output: [{ speaker: "agent", text: "Hi!", toolCalls: [weather] }],
    });
  });
});
