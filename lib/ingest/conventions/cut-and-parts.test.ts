import { describe, expect, it } from "vitest";
import { reading, words } from "./test-span";

const asked = { speaker: "customer", text: "Is the pool open?" };

describe("messages that a length limit cut", () => {
  const input = (json: string) =>
    words({ name: "chat m", attributes: { "gen_ai.input.messages": json } }).input;

  it.each([
    '[{"role":"user","content":"Is the pool open?"},{"role":"assistant","cont',
    '[{"role":"user","content":"Is the pool open?"},{"role":"assis',
    '[{"role":"user","content":"Is the pool open?"},',
    '[{"role":"user","content":"Is the pool open?"',
    '[{"role":"user","parts":[{"type":"text","content":"Is the pool open?"}]},{"role":"tool","parts":[{"ty...',
    '[{"role":"user","content":"Is the pool open?"},{"role":"user","con...[truncated 120 characters]',
  ])("are read as far as they are whole: %s", (json) => {
    expect(input(json)).toEqual([asked]);
  });

  it.each([
    ['[{"role":"user","content":"Is the pool op', "Is the pool op"],
    ['[{"role":"user","content":"Is the \\"pool\\', 'Is the "pool'],
    ['[{"role":"user","content":"Is the caf\\u00', "Is the caf"],
    ['{"messages":[{"role":"user","content":"Is the pool… (truncated)', "Is the pool"],
  ])("keep the words within which they end: %s", (json, text) => {
    expect(input(json)).toEqual([{ speaker: "customer", text }]);
  });

  it("have no words where none is there yet, and their text stays with the span", () => {
    const read = reading({
      name: "chat m",
      attributes: { "gen_ai.input.messages": '[{"role":"us' },
    });
    expect(read).toMatchObject({ input: null, consumed: [] });
  });

  it("are no tool's result", () => {
    const result = '[{"role":"guest","name":"Bo';
    const attributes = {
      "gen_ai.operation.name": "execute_tool",
      "gen_ai.tool.call.result": result,
    };
    expect(reading({ attributes }).output).toBe(result);
  });
});

describe("a part without a text", () => {
  const said = (part: object) =>
    words({
      name: "chat m",
      attributes: { "gen_ai.input.messages": JSON.stringify([{ role: "user", parts: [part] }]) },
    }).input;

  it.each([
    ["audio-url", "[audio]"],
    ["document_url", "[file]"],
    ["InputVideo", "[video]"],
    ["user-photo", "[image]"],
    ["pdf", "[file]"],
    ["location", "[location]"],
  ])("of the type %s stays as %s", (type, text) => {
    expect(said({ type, ref: 1 })).toEqual([{ speaker: "customer", text }]);
  });

  it("is nothing where it is an empty text", () => {
    expect(said({ type: "text" })).toBeNull();
  });
});

describe("alternative replies", () => {
  const choices = [
    { speaker: "agent", text: "Yes, until six.", choice: 0 },
    { speaker: "agent", text: "It is.", choice: 1 },
  ];
  const flat = (prefix: string, name: string) => ({
    [`${prefix}0.${name}role`]: "assistant",
    [`${prefix}0.${name}content`]: "Yes, until six.",
    [`${prefix}1.${name}role`]: "assistant",
    [`${prefix}1.${name}content`]: "It is.",
  });
  const listed = (more: object) =>
    JSON.stringify(choices.map(({ text }) => ({ role: "assistant", content: text, ...more })));

  it.each([
    flat("gen_ai.completion.", ""),
    { ...flat("llm.output_messages.", "message."), "llm.invocation_parameters": '{"n":2}' },
    { "gen_ai.output.messages": listed({}), "gen_ai.request.choice.count": 2 },
    { "gen_ai.output.messages": listed({}), "gen_ai.response.finish_reasons": ["stop", "stop"] },
    { "gen_ai.output.messages": listed({ finish_reason: "stop" }) },
    {
      "openinference.span.kind": "LLM",
      "output.value": JSON.stringify({
        choices: choices.map(({ text }) => ({ message: { role: "assistant", content: text } })),
      }),
    },
  ])("are marked: %o", (attributes) => {
    expect(words({ name: "chat m", attributes }).output).toEqual(choices);
  });

  it("are marked where each is an event", () => {
    const events = choices.map(({ text, choice }) => ({
      name: "gen_ai.choice",
      attributes: { index: choice, message: JSON.stringify({ content: text }) },
    }));
    expect(words({ name: "chat m", events }).output).toEqual(choices);
  });

  it("are not two messages of one reply", () => {
    const output = words({
      name: "chat m",
      attributes: { "gen_ai.output.messages": listed({}) },
    }).output;
    expect(output).toEqual(choices.map(({ speaker, text }) => ({ speaker, text })));
  });
});

describe("a reply kept as the chunks of its stream", () => {
  const delta = (content: string) => ({ choices: [{ index: 0, delta: { content } }] });
  const block = (text: string) => ({
    type: "content_block_delta",
    delta: { type: "text_delta", text },
  });
  const part = (text: string) => ({
    candidates: [{ content: { role: "model", parts: [{ text }] } }],
  });

  it.each([
    [[delta("Yes,"), delta(" until"), delta(" six."), { choices: [{ delta: {} }] }]],
    [[{ type: "message_start", message: {} }, block("Yes,"), block(" until six.")]],
    [[part("Yes,"), part(" until six.")]],
    [[{ type: "response.output_text.delta", delta: "Yes, until six." }, { type: "response.done" }]],
    [["Yes,", " until", " six."]],
  ])("is one text: %o", (chunks) => {
    const attributes = { "openinference.span.kind": "LLM", "output.value": JSON.stringify(chunks) };
    const { output } = words({ attributes });
    expect([output].flat().map((one) => (typeof one === "string" ? one : one?.text))).toEqual([
      "Yes, until six.",
    ]);
  });
});

describe("messages that state their times", () => {
  it("are read in order of these", () => {
    const items = [
      { type: "message", role: "assistant", content: ["Until six."], created_at: 30.5 },
      { type: "message", role: "user", content: [asked.text], created_at: 20 },
    ];
    const attributes = { "lk.pii.chat_ctx": JSON.stringify({ items }) };
    expect(words({ name: "llm_node", attributes }).input).toEqual([
      asked,
      { speaker: "agent", text: "Until six." },
    ]);
  });
});

describe("speech services", () => {
  it.each(["tts_node", "tts_stream_adapter", "tts_fallback_adapter", "stt_node"])(
    "of LiveKit are no models and say nothing: %s",
    (name) => {
      const attributes = {
        "gen_ai.span.kind": "LLM",
        "input.value": '"Until six."',
        "lk.pii.input_text": "Until six.",
      };
      expect(reading({ name, attributes })).toMatchObject({ kind: "other", part: "none" });
    },
  );

  it.each(["pipecat.stt", "pipecat.tts"])("of Pipecat by OpenInference are none: %s", (name) => {
    const attributes = { "openinference.span.kind": "LLM", "input.value": "Is the pool open? " };
    expect(reading({ name, attributes })).toMatchObject({ kind: "other", part: "none" });
  });
});
