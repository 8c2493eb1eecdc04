import { describe, expect, it } from "vitest";
import { reading, startUs, words } from "./test-span";

const call = { id: "call_1", name: "lookup_case", args: '{"case_id":"4421"}' };

describe("traceAI", () => {
  it("reads Python's flattened gen_ai messages, tool calls and content parts included", () => {
    expect(
      words({
        name: "OpenAI",
        attributes: {
          "gen_ai.span.kind": "LLM",
          "gen_ai.input.messages.0.message.role": "system",
          "gen_ai.input.messages.0.message.content": "Be kind.",
          "gen_ai.input.messages.1.message.role": "user",
          "gen_ai.input.messages.1.message.contents.0.message_content.type": "text",
          "gen_ai.input.messages.1.message.contents.0.message_content.text": "Look at this",
          "gen_ai.input.messages.1.message.contents.1.message_content.type": "image",
          "gen_ai.output.messages.0.message.role": "assistant",
          "gen_ai.output.messages.0.message.tool_calls.0.tool_call.id": "call_1",
          "gen_ai.output.messages.0.message.tool_calls.0.tool_call.function.name": "lookup_case",
          "gen_ai.output.messages.0.message.tool_calls.0.tool_call.function.arguments":
            '{"case_id":"4421"}',
        },
      }),
    ).toEqual({
      kind: "llm",
      part: "history",
      system: "Be kind.",
      input: [{ speaker: "customer", text: "Look at this\n[image]" }],
      output: [{ speaker: "agent", text: "", toolCalls: [call] }],
    });
  });

  it("reads TypeScript's messages from one JSON string and keeps the tool's answer", () => {
    const messages = [
      { role: "user", content: "hello" },
      {
        role: "assistant",
        content: null,
        tool_calls: [{ id: "c", function: { name: "f", arguments: "{}" } }],
      },
      { role: "tool", tool_call_id: "c", content: "42" },
    ];
    expect(
      words({
        attributes: {
          "fi.span.kind": "LLM",
          "gen_ai.input.messages": JSON.stringify(messages),
          "gen_ai.output.messages": '[{"role":"assistant","content":"It is 42."}]',
        },
      }),
    ).toEqual({
      kind: "llm",
      part: "history",
      system: null,
      input: [
        { speaker: "customer", text: "hello" },
        { speaker: "agent", text: "", toolCalls: [{ id: "c", name: "f", args: "{}" }] },
        { speaker: "tool", text: "42", toolCallId: "c" },
      ],
      output: [{ speaker: "agent", text: "It is 42." }],
    });
  });

  it("unquotes plain text that was written as a JSON string", () => {
    const { input, output } = words({
      attributes: {
        "fi.span.kind": "CHAIN",
        "input.value": '"hello \\"you\\""',
        "output.value": '"hi"',
      },
    });
    expect([input, output]).toEqual(['hello "you"', "hi"]);
  });

  it("prefers structured messages to input.value, and a prompt template's version to the agent's", () => {
    const result = reading({
      attributes: {
        "gen_ai.span.kind": "LLM",
        "gen_ai.request.model": "gpt-4o",
        "gen_ai.prompt.template.name": "refund",
        "gen_ai.prompt.template.version": "v7",
        "gen_ai.agent.version": "v1",
        "input.value": "something else",
        "gen_ai.input.messages": '[{"role":"user","content":"hello"}]',
      },
    });
    expect(result).toMatchObject({
      model: "gpt-4o",
      promptName: "refund",
      promptVersion: "v7",
      input: [{ speaker: "customer", text: "hello" }],
      consumed: ["gen_ai.input.messages"],
    });
  });

  it("says so when the words were redacted, and keeps none", () => {
    const result = reading({
      attributes: { "fi.span.kind": "LLM", "input.value": "__REDACTED__", "output.value": "fine" },
    });
    expect(result).toMatchObject({
      input: null,
      output: "fine",
      findings: [{ code: "text-stripped" }],
    });
  });

  it.each([
    ["TOOL", "tool"],
    ["CHAIN", "chain"],
    ["RETRIEVER", "retriever"],
    ["EMBEDDING", "embedding"],
    ["AGENT", "agent"],
    ["RERANKER", "reranker"],
    ["GUARDRAIL", "guardrail"],
    ["EVALUATOR", "evaluator"],
    ["CONVERSATION", "chain"],
    ["VECTOR_DB", "retriever"],
    ["A2A_CLIENT", "agent"],
    ["UNKNOWN", "other"],
  ])("reads the kind %s as %s", (word, kind) => {
    expect(reading({ attributes: { "gen_ai.span.kind": word } }).kind).toBe(kind);
  });

  it("reads a voice call's transcript as turns at their own times", () => {
    expect(
      words({
        name: "Vapi Call Log",
        attributes: {
          "gen_ai.span.kind": "CONVERSATION",
          "conversation.transcript.0.message.role": "assistant",
          "conversation.transcript.0.message.content": "Hello, Acme.",
          "conversation.transcript.0.start_time": 0.5,
          "conversation.transcript.0.duration": 2,
          "conversation.transcript.1.message.role": "user",
          "conversation.transcript.1.message.content": "My card was charged twice.",
          "conversation.transcript.1.start_time": "3.25",
        },
      }),
    ).toEqual({
      kind: "chain",
      part: "turn",
      system: null,
      input: [
        { speaker: "agent", text: "Hello, Acme.", atUs: startUs + 500_000 },
        { speaker: "customer", text: "My card was charged twice.", atUs: startUs + 3_250_000 },
      ],
      output: null,
    });
  });
});

it("takes no time before 1970 or from 2200 on from a transcript", () => {
  const transcript = ["1e18", 1e300, -5].flatMap((start, index) => {
    const prefix = `conversation.transcript.${String(index)}.`;
    return [
      [`${prefix}message.role`, "user"],
      [`${prefix}message.content`, "Hello?"],
      [`${prefix}start_time`, start],
    ];
  });
  const read = reading({
    name: "Vapi Call Log",
    attributes: {
      "gen_ai.span.kind": "CONVERSATION",
      ...(Object.fromEntries(transcript) as Record<string, string | number>),
    },
  });
  expect(read.input).toEqual([1, 2, 3].map(() => ({ speaker: "customer", text: "Hello?" })));
  expect(read.findings.map(({ code }) => code)).toEqual(["time-implausible"]);
});

describe("OpenInference", () => {
  it("reads flattened messages in the order of their numbers, not of the keys", () => {
    const attributes: Record<string, string> = { "openinference.span.kind": "LLM" };
    for (const index of [10, 2, 0]) {
      attributes[`llm.input_messages.${String(index)}.message.role`] = "user";
      attributes[`llm.input_messages.${String(index)}.message.content`] = `m${String(index)}`;
    }
    expect(words({ attributes }).input).toEqual([
      { speaker: "customer", text: "m0" },
      { speaker: "customer", text: "m2" },
      { speaker: "customer", text: "m10" },
    ]);
  });

  it("extracts the messages of a request and of a response body where none are flattened", () => {
    expect(
      words({
        attributes: {
          "openinference.span.kind": "LLM",
          "input.value": JSON.stringify({
            model: "claude",
            system: "Be brief.",
            messages: [{ role: "user", content: [{ type: "text", text: "hello" }] }],
          }),
          "output.value": JSON.stringify({
            role: "assistant",
            content: [
              { type: "thinking", thinking: "hm" },
              { type: "text", text: "hi" },
              { type: "tool_use", id: "t1", name: "f", input: { a: 1 } },
            ],
          }),
        },
      }),
    ).toEqual({
      kind: "llm",
      part: "history",
      system: "Be brief.",
      input: [{ speaker: "customer", text: "hello" }],
      output: [
        { speaker: "agent", text: "hi", toolCalls: [{ id: "t1", name: "f", args: '{"a":1}' }] },
      ],
    });
  });

  it("keeps a tool's arguments and result as they were sent", () => {
    expect(
      reading({
        attributes: {
          "openinference.span.kind": "TOOL",
          "tool.name": "get_order",
          "input.value": '{"order_id": "#W1"}',
          "output.value": '{"messages": []}',
        },
      }),
    ).toMatchObject({
      kind: "tool",
      part: "tool",
      toolName: "get_order",
      input: '{"order_id": "#W1"}',
      output: '{"messages": []}',
      consumed: ["input.value", "output.value"],
    });
  });

  it("reads LangGraph's state as the conversation it holds, on a summary", () => {
    const message = (type: string, content: string) => ({
      lc: 1,
      type: "constructor",
      id: ["langchain", "schema", "messages", type],
      kwargs: { content, type: type === "HumanMessage" ? "human" : "ai" },
    });
    expect(
      words({
        name: "LangGraph",
        attributes: {
          "openinference.span.kind": "CHAIN",
          "input.value": JSON.stringify({ messages: [message("HumanMessage", "hello")] }),
          "output.value": JSON.stringify({ messages: [message("AIMessage", "hi")] }),
        },
      }),
    ).toEqual({
      kind: "chain",
      part: "summary",
      system: null,
      input: [{ speaker: "customer", text: "hello" }],
      output: [{ speaker: "agent", text: "hi" }],
    });
  });

  it("keeps the passages a retriever returned, with and without text", () => {
    expect(
      reading({
        attributes: {
          "openinference.span.kind": "RETRIEVER",
          "retrieval.documents.0.document.id": "d1",
          "retrieval.documents.0.document.content": "Refunds take 3 days.",
          "retrieval.documents.0.document.score": 0.8,
          "retrieval.documents.1.document.id": "d2",
        },
      }),
    ).toMatchObject({
      kind: "retriever",
      part: "none",
      passages: [
        { id: "d1", text: "Refunds take 3 days.", score: 0.8 },
        { id: "d2", text: null, score: null },
      ],
    });
  });

  it("keeps scores of all three scopes as they came", () => {
    expect(
      reading({
        links: [{ traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "00f067aa0ba902b7" }],
        attributes: {
          "annotations.0.annotation.name": "correct",
          "annotations.0.annotation.score": 0.5,
          "annotations.0.annotation.annotator_kind": "LLM",
          "session.evaluations.0.evaluation.name": "resolved",
          "session.evaluations.0.evaluation.label": "yes",
          "session.evaluations.0.evaluation.explanation": "said so",
        },
      }).importedScores,
    ).toEqual([
      {
        name: "correct",
        value: 0.5,
        label: null,
        because: null,
        annotator: "LLM",
        scope: "span",
        targetSpanId: "00f067aa0ba902b7",
      },
      {
        name: "resolved",
        value: null,
        label: "yes",
        because: "said so",
        annotator: null,
        scope: "session",
        targetSpanId: null,
      },
    ]);
  });
});
