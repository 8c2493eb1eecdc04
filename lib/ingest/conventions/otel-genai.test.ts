import { describe, expect, it } from "vitest";
import { reading, words } from "./test-span";

const inputParts = [
  { role: "user", parts: [{ type: "text", content: "Weather?" }] },
  {
    role: "assistant",
    parts: [
      { type: "reasoning", content: "let me see" },
      { type: "tool_call", id: "c1", name: "weather", arguments: { city: "Paris" } },
    ],
  },
  { role: "tool", parts: [{ type: "tool_call_response", id: "c1", response: "rainy" }] },
];
const outputParts = [
  { role: "assistant", parts: [{ type: "text", content: "It rains." }], finish_reason: "stop" },
];
const conversation = [
  { speaker: "customer", text: "Weather?" },
  {
    speaker: "agent",
    text: "",
    toolCalls: [{ id: "c1", name: "weather", args: '{"city":"Paris"}' }],
  },
  { speaker: "tool", text: "rainy", toolCallId: "c1" },
];

describe("OpenTelemetry GenAI", () => {
  it.each([
    ["as JSON text", JSON.stringify(inputParts), JSON.stringify(outputParts)],
    ["as values", inputParts, outputParts],
  ])("reads messages with parts %s", (_, input, output) => {
    expect(
      words({
        name: "chat gpt-4o",
        attributes: {
          "gen_ai.operation.name": "chat",
          "gen_ai.system_instructions": '[{"type":"text","content":"Be kind."}]',
          "gen_ai.input.messages": input,
          "gen_ai.output.messages": output,
        },
      }),
    ).toEqual({
      kind: "llm",
      part: "history",
      system: "Be kind.",
      input: conversation,
      output: [{ speaker: "agent", text: "It rains." }],
    });
  });

  it("accepts `result` where the schema says `response`, and leaves media a placeholder", () => {
    const { input } = words({
      attributes: {
        "gen_ai.input.messages": [
          { role: "tool", parts: [{ type: "tool_call_response", id: "c1", result: { ok: true } }] },
          { role: "user", parts: [{ type: "blob", modality: "image", mime_type: "image/png" }] },
        ],
      },
    });
    expect(input).toEqual([
      { speaker: "tool", text: '{"ok":true}', toolCallId: "c1" },
      { speaker: "customer", text: "[image]" },
    ]);
  });

  it("reads one event a message, with bodies as attributes or as JSON", () => {
    expect(
      words({
        attributes: { "gen_ai.operation.name": "chat" },
        events: [
          { name: "gen_ai.system.message", attributes: { content: "Be kind." } },
          {
            name: "gen_ai.user.message",
            attributes: { "gen_ai.event.content": '{"role":"user","content":"Weather?"}' },
          },
          {
            name: "gen_ai.assistant.message",
            attributes: {
              tool_calls:
                '[{"id":"c1","type":"function","function":{"name":"weather","arguments":"{\\"city\\":\\"Paris\\"}"}}]',
            },
          },
          { name: "gen_ai.tool.message", attributes: { id: "c1", content: "rainy" } },
          {
            name: "gen_ai.choice",
            attributes: {
              index: 0,
              finish_reason: "stop",
              message: '{"role":"assistant","content":"It rains."}',
            },
          },
        ],
      }),
    ).toEqual({
      kind: "llm",
      part: "history",
      system: "Be kind.",
      input: conversation,
      output: [{ speaker: "agent", text: "It rains." }],
    });
  });

  it("reads the inference details event", () => {
    expect(
      words({
        attributes: { "gen_ai.operation.name": "chat" },
        events: [
          {
            name: "gen_ai.client.inference.operation.details",
            attributes: {
              "gen_ai.system_instructions": [{ type: "text", content: "Be kind." }],
              "gen_ai.input.messages": inputParts,
              "gen_ai.output.messages": JSON.stringify(outputParts),
            },
          },
        ],
      }),
    ).toMatchObject({
      system: "Be kind.",
      input: conversation,
      output: [{ speaker: "agent", text: "It rains." }],
    });
  });

  it("reads the deprecated content events, with role lines as OpenLIT writes them", () => {
    expect(
      words({
        attributes: { "gen_ai.operation.name": "chat" },
        events: [
          {
            name: "gen_ai.content.prompt",
            attributes: { "gen_ai.prompt": "system: Be kind.\nuser: Hello\nthere" },
          },
          { name: "gen_ai.content.completion", attributes: { "gen_ai.completion": "Hi!" } },
        ],
      }),
    ).toEqual({
      kind: "llm",
      part: "history",
      system: "Be kind.",
      input: [{ speaker: "customer", text: "Hello\nthere" }],
      output: [{ speaker: "agent", text: "Hi!" }],
    });
  });

  it("reads the deprecated prompt and completion attributes", () => {
    expect(
      words({
        attributes: {
          "gen_ai.operation.name": "chat",
          "gen_ai.prompt": '{"messages":[{"role":"user","content":"Hello"}]}',
          "gen_ai.completion": '{"choices":[{"message":{"role":"assistant","content":"Hi!"}}]}',
        },
      }),
    ).toMatchObject({
      input: [{ speaker: "customer", text: "Hello" }],
      output: [{ speaker: "agent", text: "Hi!" }],
    });
  });

  it.each([
    ["chat", "llm"],
    ["generate_content", "llm"],
    ["text_completion", "llm"],
    ["embeddings", "embedding"],
    ["execute_tool", "tool"],
    ["invoke_agent", "agent"],
    ["create_agent", "agent"],
    ["invoke_workflow", "chain"],
    ["retrieval", "retriever"],
    ["text_to_speech", "other"],
  ])("reads the operation %s as %s", (operation, kind) => {
    expect(reading({ attributes: { "gen_ai.operation.name": operation } }).kind).toBe(kind);
  });

  it("reads a tool's call", () => {
    expect(
      reading({
        name: "execute_tool weather",
        attributes: {
          "gen_ai.operation.name": "execute_tool",
          "gen_ai.tool.call.arguments": { city: "Paris" },
          "gen_ai.tool.call.result": "rainy",
        },
      }),
    ).toMatchObject({
      kind: "tool",
      part: "tool",
      toolName: "weather",
      input: '{"city":"Paris"}',
      output: "rainy",
    });
  });

  it("keeps evaluation events as imported scores", () => {
    expect(
      reading({
        events: [
          {
            name: "gen_ai.evaluation.result",
            attributes: {
              "gen_ai.evaluation.name": "Relevance",
              "gen_ai.evaluation.score.value": 4,
              "gen_ai.evaluation.score.label": "good",
              "gen_ai.evaluation.explanation": "on topic",
            },
          },
        ],
      }).importedScores,
    ).toEqual([
      {
        name: "Relevance",
        value: 4,
        label: "good",
        because: "on topic",
        annotator: null,
        scope: "span",
        targetSpanId: null,
      },
    ]);
  });

  it("reads listed documents that carry no text", () => {
    expect(
      reading({
        attributes: {
          "gen_ai.operation.name": "retrieval",
          "gen_ai.retrieval.documents": '[{"id":"a","score":0.9}]',
        },
      }).passages,
    ).toEqual([{ id: "a", text: null, score: 0.9 }]);
  });
});

describe("OpenLLMetry", () => {
  it("reads legacy indexed prompts and completions", () => {
    expect(
      words({
        attributes: {
          "llm.request.type": "chat",
          "gen_ai.prompt.0.role": "system",
          "gen_ai.prompt.0.content": "Be kind.",
          "gen_ai.prompt.1.role": "user",
          "gen_ai.prompt.1.content": '[{"type":"text","text":"Hello"}]',
          "gen_ai.completion.0.role": "assistant",
          "gen_ai.completion.0.finish_reason": "tool_calls",
          "gen_ai.completion.0.tool_calls.0.id": "c1",
          "gen_ai.completion.0.tool_calls.0.name": "weather",
          "gen_ai.completion.0.tool_calls.0.arguments": '{"city":"Paris"}',
        },
      }),
    ).toEqual({
      kind: "llm",
      part: "history",
      system: "Be kind.",
      input: [{ speaker: "customer", text: "Hello" }],
      output: [
        {
          speaker: "agent",
          text: "",
          toolCalls: [{ id: "c1", name: "weather", args: '{"city":"Paris"}' }],
        },
      ],
    });
  });

  it("reads entities, and names a tool by its entity", () => {
    expect(
      reading({
        name: "weather.tool",
        attributes: {
          "traceloop.span.kind": "tool",
          "traceloop.entity.name": "weather",
          "traceloop.entity.input": '{"city":"Paris"}',
          "traceloop.entity.output": "rainy",
        },
      }),
    ).toMatchObject({
      kind: "tool",
      toolName: "weather",
      input: '{"city":"Paris"}',
      output: "rainy",
    });
  });

  it.each([
    ["workflow", "chain"],
    ["task", "chain"],
    ["agent", "agent"],
  ])("reads the kind %s as %s", (word, kind) => {
    expect(reading({ attributes: { "traceloop.span.kind": word } }).kind).toBe(kind);
  });

  it("reads what a vector database returned from its events", () => {
    expect(
      reading({
        events: [
          {
            name: "db.query.result",
            attributes: {
              "db.query.result.id": "7",
              "db.query.result.document": "Refunds take 3 days.",
              "db.query.result.distance": 0.2,
            },
          },
        ],
      }).passages,
    ).toEqual([{ id: "7", text: "Refunds take 3 days.", score: 0.2 }]);
  });
});
