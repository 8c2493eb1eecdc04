import { describe, expect, it } from "vitest";
import { isFrameSpan } from "./is-frame-span";
import { reading, testSpan, words } from "./test-span";

const voice = { channel: [{ value: "voice", from: "instrumentation" }] };

describe("LiveKit", () => {
  it.each([["lk.pii."], ["lk."]])("reads speech turns under %s", (prefix) => {
    expect(
      reading({
        name: "user_turn",
        attributes: { [`${prefix}user_transcript`]: "My card is lost." },
      }),
    ).toMatchObject({
      kind: "chain",
      part: "turn",
      declared: voice,
      input: [{ speaker: "customer", text: "My card is lost." }],
      output: null,
      findings: [],
    });
    expect(
      reading({
        name: "agent_turn",
        attributes: {
          [`${prefix}response.text`]: "I block it.",
          [`${prefix}instructions`]: "Be calm.",
        },
      }),
    ).toMatchObject({
      part: "turn",
      system: "Be calm.",
      input: null,
      output: [{ speaker: "agent", text: "I block it." }],
    });
  });

  it("does not say the customer's words twice where the agent's turn repeats them", () => {
    expect(
      words({
        name: "agent_turn",
        attributes: {
          "lk.pii.user_input": "My card is lost.",
          "lk.pii.response.text": "I block it.",
        },
      }),
    ).toEqual({
      kind: "chain",
      part: "history",
      system: null,
      input: [{ speaker: "customer", text: "My card is lost." }],
      output: [{ speaker: "agent", text: "I block it." }],
    });
  });

  it("calls a turn without its transcript stripped, an empty transcript silent", () => {
    const stripped = reading({
      name: "user_turn",
      attributes: { "lk.transcript_confidence": 0.9 },
    });
    const silent = reading({ name: "user_turn", attributes: { "lk.pii.user_transcript": "" } });
    const agent = reading({ name: "agent_turn", attributes: { "lk.e2e_latency": 1.1 } });
    expect(
      [stripped, silent, agent].map((one) => [one.input, one.findings.map((f) => f.code)]),
    ).toEqual([
      [null, ["text-stripped"]],
      [null, []],
      [null, ["text-stripped"]],
    ]);
  });

  it("takes an empty chat context for nothing said", () => {
    const attributes = { "lk.pii.chat_ctx": '{"items":[]}', "lk.pii.response.text": "Hello." };
    const { input, output } = words({ name: "llm_node", attributes });
    expect({ input, output }).toEqual({
      input: null,
      output: [{ speaker: "agent", text: "Hello." }],
    });
  });

  it("reads the chat context, its tool calls and the reply of a model's node", () => {
    const context = {
      items: [
        { type: "message", role: "system", content: ["Be calm."] },
        { type: "message", role: "user", content: ["My card is lost."] },
        { type: "function_call", call_id: "c1", name: "block", arguments: "{}" },
        {
          type: "function_call_output",
          call_id: "c1",
          name: "block",
          output: "done",
          is_error: false,
        },
      ],
    };
    expect(
      words({
        name: "llm_node",
        attributes: {
          "lk.chat_ctx": JSON.stringify(context),
          "lk.response.text": "It is blocked.",
          "lk.response.function_calls": '[{"call_id":"c2","name":"notify","arguments":"{}"}]',
        },
      }),
    ).toEqual({
      kind: "llm",
      part: "history",
      system: "Be calm.",
      input: [
        { speaker: "customer", text: "My card is lost." },
        { speaker: "agent", text: "", toolCalls: [{ id: "c1", name: "block", args: "{}" }] },
        { speaker: "tool", text: "done", toolCallId: "c1", name: "block" },
      ],
      output: [
        {
          speaker: "agent",
          text: "It is blocked.",
          toolCalls: [{ id: "c2", name: "notify", args: "{}" }],
        },
      ],
    });
  });

  it("reads tools, their errors, and nothing spoken twice by the voice", () => {
    expect(
      reading({
        name: "function_tool",
        attributes: {
          "lk.function_tool.name": "block",
          "lk.function_tool.is_error": true,
          "lk.pii.function_tool.arguments": '{"card":1}',
          "lk.pii.function_tool.output": "no such card",
        },
      }),
    ).toMatchObject({
      kind: "tool",
      toolName: "block",
      isToolError: true,
      input: '{"card":1}',
      output: "no such card",
    });
    expect(
      words({ name: "tts_request", attributes: { "lk.pii.input_text": "It is blocked." } }).part,
    ).toBe("none");
  });

  it("uses the room as the session and the participant as the customer if neither is declared", () => {
    const attributes = { "lk.pii.room_name": "room-1", "lk.pii.participant_identity": "caller-7" };
    expect(reading({ name: "agent_session", attributes }).declared).toEqual({
      ...voice,
      session: [{ value: "room-1", from: "span" }],
      customerId: [{ value: "caller-7", from: "instrumentation" }],
    });
    expect(
      reading({ name: "agent_session", attributes: { ...attributes, customer_id: "cust-1" } })
        .declared.customerId,
    ).toEqual([
      { value: "cust-1", from: "span" },
      { value: "caller-7", from: "instrumentation" },
    ]);
  });

  it("reads the spans that traceAI mapped: quoted text, kind by its own key, speakers by the span", () => {
    expect(
      words({
        name: "agent_turn",
        attributes: {
          "gen_ai.span.kind": "CHAIN",
          "lk.speech_id": "s1",
          "input.value": '"My card is lost."',
          "output.value": '"It is blocked."',
          metadata: '{"lk.user_transcript":"My card is lost."}',
        },
      }),
    ).toMatchObject({
      kind: "chain",
      input: [{ speaker: "customer", text: "My card is lost." }],
      output: [{ speaker: "agent", text: "It is blocked." }],
    });
  });
});

describe("Pipecat", () => {
  it("gives a final transcript to the customer, whatever role a mapper wrote", () => {
    expect(
      words({
        name: "stt",
        attributes: {
          "fi.span.kind": "LLM",
          "gen_ai.operation.name": "stt",
          transcript: "My card is lost.",
          is_final: true,
          "output.value": "My card is lost.",
          "llm.output_messages.0.message.role": "assistant",
          "llm.output_messages.0.message.content": "My card is lost.",
          "gen_ai.output.messages.0.message.role": "assistant",
          "gen_ai.output.messages.0.message.content": "My card is lost.",
        },
      }),
    ).toEqual({
      kind: "other",
      part: "turn",
      system: null,
      input: null,
      output: [{ speaker: "customer", text: "My card is lost." }],
    });
  });

  it("takes no part in the conversation before a transcript is final", () => {
    const attributes = { "gen_ai.operation.name": "stt", transcript: "My card", is_final: false };
    expect(words({ name: "stt", attributes })).toMatchObject({ kind: "other", part: "none" });
  });

  it("reads the model's messages and reply", () => {
    expect(
      reading({
        name: "llm",
        attributes: {
          "gen_ai.operation.name": "chat",
          "gen_ai.request.model": "gpt-4o",
          "gen_ai.system_instructions": "Be calm.",
          input: '[{"role":"user","content":"My card is lost."}]',
          output: "It is blocked.",
          "conversation.id": "conv-1",
        },
      }),
    ).toMatchObject({
      kind: "llm",
      part: "history",
      model: "gpt-4o",
      system: "Be calm.",
      input: [{ speaker: "customer", text: "My card is lost." }],
      output: "It is blocked.",
      declared: { session: [{ value: "conv-1", from: "span" }] },
    });
  });

  it("uses what was synthesised only where nothing better is there", () => {
    expect(
      words({
        name: "tts",
        attributes: {
          "gen_ai.operation.name": "tts",
          text: "It is blocked.",
          "metrics.character_count": 14,
        },
      }),
    ).toMatchObject({ part: "summary", input: [{ speaker: "agent", text: "It is blocked." }] });
  });

  it("is a spoken channel, and its conversation and turns say nothing themselves", () => {
    expect(
      reading({
        name: "conversation",
        attributes: { "conversation.id": "c", "conversation.type": "voice" },
      }),
    ).toMatchObject({ kind: "chain", part: "none", declared: voice });
    expect(
      words({ name: "turn", scope: "pipecat.turn", attributes: { "turn.number": 1 } }).part,
    ).toBe("none");
  });
});

describe("audio frames", () => {
  it("are recognised, and take no part", () => {
    const names = ["LiveKit Audio Capture", "Pipecat Process Frame", "user_turn"];
    expect(names.map((name) => isFrameSpan(testSpan({ name })))).toEqual([true, true, false]);
    expect(
      words({
        name: "LiveKit Audio Capture",
        attributes: { "fi.span.kind": "CHAIN", "input.value": "x" },
      }).part,
    ).toBe("none");
  });
});
