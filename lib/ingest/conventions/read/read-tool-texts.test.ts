import { describe, expect, it } from "vitest";
import { reading } from "../test-span";

const tool = (attributes: Readonly<Record<string, string>>) =>
  reading({
    attributes: { "openinference.span.kind": "TOOL", "tool.name": "ring", ...attributes },
  });

describe("a tool's arguments", () => {
  it.each([
    ["a decorated function's", '{"args": [], "kwargs": {"bell": 2}}'],
    ["with flags", '{"args":[],"sanitize_inputs_outputs":true,"kwargs":{"bell":2}}'],
    [
      "of a LangChain callback",
      `{"input_str":"{'bell': 2}","tags":["x"],"metadata":{},"inputs":{"bell":2},"kwargs":{}}`,
    ],
    ["of a callback without inputs", `{"input_str":"{'bell': 2}","tags":[]}`],
    ["of a run", `{"input":"{'bell': 2}"}`],
    ["printed by Python", `{'bell': 2}`],
    [
      "with an object of the framework",
      '{"kwargs":{"bell":2,"ctx":"<app.Context object at 0x7f1a>"}}',
    ],
  ])("%s have no wrapper", (_, value) => {
    expect(tool({ "input.value": value }).input).toBe('{"bell":2}');
  });

  it.each([
    '{"input":"two rings"}',
    '{"kwargs":1,"bell":2}',
    '{"input_text":"x", "inputs":[1]}',
    "2",
  ])("%s are as sent", (value) => {
    expect(tool({ "input.value": value }).input).toBe(value);
  });
});

describe("a tool's result", () => {
  it.each([
    [
      "LlamaIndex's ToolOutput",
      '{"blocks":[{"text":"x"}],"tool_name":"ring","raw_input":{},"raw_output":{"rang":true},"is_error":false}',
    ],
    ["Google's FunctionResponse", '{"id":"c-9","name":"ring","response":{"rang":true}}'],
    ["LangChain's run", '{"output":{"rang":true},"kwargs":{"tags":[]}}'],
    ["what Python printed", "{'rang': True}"],
    ["a printed message", `content='{"rang":true}' name='ring' tool_call_id='c-9'`],
    [
      "LangGraph's command",
      `{"output":{"graph":null,"update":{"messages":[{"type":"human","content":"Ring"},{"type":"tool","content":"{\\"rang\\":true}","tool_call_id":"c-9"}]},"goto":"x"}}`,
    ],
  ])("stands without %s", (_, value) => {
    const read = tool({ "output.value": value });
    expect(read.output).toBe('{"rang":true}');
    expect(read.isToolError).toBe(false);
  });

  it.each([
    ["MCP", '{"content":[{"type":"text","text":"no bell"}],"isError":true}'],
    ["the AI SDK", '{"type":"error-text","value":"no bell"}'],
    ["LlamaIndex", '{"blocks":[],"tool_name":"ring","raw_output":"no bell","is_error":true}'],
    ["Bedrock", '{"toolUseId":"c-9","status":"error","content":[{"text":"no bell"}]}'],
  ])("is an error where %s says so", (_, value) => {
    expect(tool({ "output.value": value })).toMatchObject({ output: "no bell", isToolError: true });
  });

  it("that is an object of the tool's own is as sent", () => {
    const value = '{"status":"error","output":"x","level":3}';
    expect(tool({ "output.value": value })).toMatchObject({ output: value, isToolError: false });
  });

  it("has the call's id that its wrapper states", () => {
    const value = '{"id":"c-9","name":"ring","response":{}}';
    expect(tool({ "output.value": value }).toolCallId).toBe("c-9");
  });
});

describe("a step that recorded an exception", () => {
  const thrown = (attributes: Readonly<Record<string, string | boolean>>) => [
    { name: "exception", attributes },
  ];
  const message = "no bell";

  it("has failed if it has no result, whatever its status", () => {
    const attributes = { "openinference.span.kind": "TOOL" };
    const events = thrown({ "exception.message": message });
    expect(reading({ attributes, events, status: "ok" })).toMatchObject({
      ...{ isToolError: true, failure: message },
    });
  });

  it("has not if it handled it", () => {
    const attributes = { "openinference.span.kind": "TOOL", "output.value": "rang" };
    const events = thrown({ "exception.message": message });
    expect(reading({ attributes, events }).isToolError).toBe(false);
    const handled = thrown({ "exception.message": message, "exception.escaped": false });
    expect(
      reading({ attributes: { "openinference.span.kind": "TOOL" }, events: handled }).isToolError,
    ).toBe(false);
  });

  it("says why without the stack that follows in the same line", () => {
    const text = "Error('no bell')Traceback (most recent call last):\n  File x";
    const events = thrown({ "exception.message": text });
    const attributes = { "openinference.span.kind": "TOOL" };
    expect(reading({ attributes, events }).failure).toBe("Error('no bell')");
  });
});

describe("a model's messages that stand twice", () => {
  const llm = (attributes: Readonly<Record<string, string>>) =>
    reading({ attributes: { "openinference.span.kind": "LLM", ...attributes } });

  it("have the error that only the request's body states", () => {
    const read = llm({
      "input.value":
        '{"messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"c-9","is_error":true,"content":"no bell"}]}]}',
      "llm.input_messages.0.message.role": "tool",
      "llm.input_messages.0.message.content": "no bell",
      "llm.input_messages.0.message.tool_call_id": "c-9",
    });
    expect(read.input).toMatchObject([{ text: "no bell", toolCallId: "c-9", isError: true }]);
  });

  it("have the calls that flattened ones leave out", () => {
    const read = llm({
      "input.value":
        '[{"role":"user","content":"Ring"},{"role":"assistant","tool_calls":[{"id":"c-9","function":{"name":"ring","arguments":"{}"}}]},{"role":"tool","content":"rang","tool_call_id":"c-9"}]',
      "llm.input_messages.0.message.role": "user",
      "llm.input_messages.0.message.content": "Ring",
      "llm.input_messages.1.message.role": "assistant",
      "llm.input_messages.2.message.role": "tool",
      "llm.input_messages.2.message.content": "rang",
    });
    expect(read.input).toMatchObject([
      { text: "Ring" },
      { toolCalls: [{ id: "c-9", name: "ring" }] },
      { text: "rang", toolCallId: "c-9" },
    ]);
  });

  it("have the calls of a reply that are flattened as choices", () => {
    const read = llm({
      "gen_ai.output.messages":
        '[{"role":"assistant","parts":[{"type":"text","content":"I ring."}]}]',
      "gen_ai.completion.0.function_call.name": "ring",
      "gen_ai.completion.0.function_call.arguments": "{}",
      "gen_ai.completion.1.function_call.name": "knock",
    });
    expect(read.output).toMatchObject([
      { text: "I ring.", toolCalls: [{ name: "ring" }, { name: "knock" }] },
    ]);
  });

  it("name a tool without quotes", () => {
    const read = llm({
      "llm.input_messages.0.message.role": "assistant",
      "llm.input_messages.0.message.tool_calls.0.tool_call.function.name": "'ring'",
    });
    expect(read.input).toMatchObject([{ toolCalls: [{ name: "ring" }] }]);
  });
});

describe("a tool's name", () => {
  it.each([
    ["ring.__call__", "ring"],
    ["FunctionTool.acall", null],
    ["handoff to Bell Desk", "transfer_to_bell_desk"],
  ])("is read from the span %s", (name, toolName) => {
    const attributes = { "openinference.span.kind": "TOOL" };
    expect(reading({ name, attributes }).toolName).toBe(toolName);
  });
});

describe("AutoGen's events of a run", () => {
  it("have the results with their errors", () => {
    const events = [
      { type: "TextMessage", source: "user", content: "Ring" },
      {
        type: "ToolCallRequestEvent",
        source: "desk",
        content: [{ id: "c-9", name: "ring", arguments: "{}" }],
      },
      {
        type: "ToolCallExecutionEvent",
        source: "desk",
        content: [{ content: "no bell", name: "ring", call_id: "c-9", is_error: true }],
      },
    ];
    const attributes = {
      "openinference.span.kind": "AGENT",
      "output.value": JSON.stringify(events),
    };
    const { output } = reading({ attributes });
    expect(output).toMatchObject([{ speaker: "customer" }, { toolCalls: [{ name: "ring" }] }, {}]);
    expect(output).toContainEqual({
      ...{ speaker: "tool", text: "no bell", toolCallId: "c-9", name: "ring", isError: true },
    });
  });
});
