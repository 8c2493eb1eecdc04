import { describe, expect, it } from "vitest";
import { reading, words } from "./test-span";

const hello = [{ speaker: "customer", text: "Hello" }];
const hi = [{ speaker: "agent", text: "Hi!" }];
const weather = { id: "c1", name: "weather", args: '{"city":"Rome"}' };

describe("LangSmith", () => {
  it("says with its own kind what the operation hides", () => {
    expect(
      words({
        attributes: {
          "langsmith.span.kind": "retriever",
          "gen_ai.operation.name": "embeddings",
          "gen_ai.prompt": '{"query":"refunds"}',
        },
      }),
    ).toMatchObject({ kind: "retriever", input: "refunds" });
    expect(
      words({
        attributes: { "langsmith.span.kind": "prompt", "gen_ai.operation.name": "chat" },
      }).kind,
    ).toBe("chain");
  });
});

describe("Strands before OTel's operations", () => {
  it("reads agents, cycles and tools by their own attributes", () => {
    expect(
      words({
        name: "Support",
        attributes: {
          "gen_ai.system": "strands-agents",
          "gen_ai.request.model": "claude",
          "gen_ai.prompt": "Hello",
          "agent.tools": "[]",
        },
      }).kind,
    ).toBe("agent");
    expect(
      words({
        name: "Cycle 12",
        attributes: {
          "event_loop.cycle_id": "12",
          "gen_ai.prompt": '[{"role":"user","content":[{"text":"Hello"}]}]',
        },
      }),
    ).toMatchObject({ kind: "chain", input: hello });
    expect(
      reading({
        name: "Tool: weather",
        attributes: {
          "tool.name": "weather",
          "tool.parameters": '{"city":"Rome"}',
          "gen_ai.prompt": '{"toolUseId":"c1","name":"weather","input":{"city":"Rome"}}',
          "tool.status": "error",
        },
      }),
    ).toMatchObject({ kind: "tool", toolName: "weather", input: weather.args, isToolError: true });
  });
});

describe("Semantic Kernel for .NET", () => {
  it("finds the tool calls beside the message", () => {
    expect(
      words({
        attributes: { "gen_ai.operation.name": "chat" },
        events: [
          {
            name: "gen_ai.choice",
            attributes: {
              "gen_ai.event.content": JSON.stringify({
                index: 0,
                message: { role: "assistant", content: null, tool_calls: [] },
                tool_calls: [
                  { id: "c1", function: { name: "weather", arguments: { city: "Rome" } } },
                ],
              }),
            },
          },
        ],
      }).output,
    ).toEqual([{ speaker: "agent", text: "", toolCalls: [weather] }]);
  });
});

describe("Claude Code", () => {
  it("reads the reply, a tool's output event, and that words were withheld", () => {
    expect(
      words({
        name: "claude_code.llm_request",
        attributes: { model: "claude", "response.model_output": "Done" },
      }).output,
    ).toEqual([{ speaker: "agent", text: "Done" }]);
    expect(
      reading({
        name: "claude_code.tool",
        attributes: { tool_name: "Bash", tool_input: '{"command":"ls"}' },
        events: [{ name: "tool.output", attributes: { output: "a.txt" } }],
      }),
    ).toMatchObject({ toolName: "Bash", input: '{"command":"ls"}', output: "a.txt" });
    expect(
      reading({ name: "claude_code.interaction", attributes: { user_prompt: "<REDACTED>" } }),
    ).toMatchObject({ input: null, findings: [{ code: "text-stripped" }] });
  });
});

describe("OpenInference's older spellings", () => {
  it("reads completions' prompts and choices, and function calls", () => {
    expect(
      words({
        attributes: {
          "openinference.span.kind": "LLM",
          "llm.prompts.0.prompt.text": "Hello",
          "llm.choices.0.completion.text": "Hi!",
        },
      }),
    ).toMatchObject({ input: hello, output: [{ speaker: "agent", text: "Hi!" }] });
    expect(
      words({
        attributes: { "openinference.span.kind": "LLM", "llm.prompts": ["Human: Hello"] },
      }).input,
    ).toEqual(hello);
    expect(
      words({
        attributes: {
          "openinference.span.kind": "LLM",
          "llm.output_messages.0.message.role": "assistant",
          "llm.output_messages.0.message.function_call_name": "weather",
          "llm.output_messages.0.message.function_call_arguments_json": '{"city":"Rome"}',
        },
      }).output,
    ).toEqual([{ speaker: "agent", text: "", toolCalls: [{ ...weather, id: null }] }]);
  });
});

describe("Media", () => {
  it("leaves a placeholder of its type, however the type is spelled", () => {
    const parts = [
      { type: "file", mediaType: "image/png", data: "AAAA" },
      { type: "file_data", mime_type: "audio/wav", uri: "gs://a" },
      { media: { url: "data:video/mp4;base64,AAAA" } },
      { type: "file", mediaType: "application/pdf", data: "AAAA" },
    ];
    expect(
      words({
        attributes: { "gen_ai.input.messages": JSON.stringify([{ role: "user", parts }]) },
      }).input,
    ).toEqual([{ speaker: "customer", text: "[image]\n[audio]\n[video]\n[file]" }]);
  });
});

describe("Further frameworks", () => {
  it("reads Logfire's streamed reply, Genkit's second tools and Spring's client", () => {
    expect(
      words({
        name: "streaming response from {request_data[model]!r}",
        attributes: {
          "gen_ai.request.model": "gpt-4o",
          response_data: '{"combined_chunk_content":"Hi!","chunk_count":3}',
        },
      }).output,
    ).toEqual([{ speaker: "agent", text: "Hi!" }]);
    expect(
      reading({
        attributes: {
          "genkit:type": "action",
          "genkit:metadata:subtype": "tool.v2",
          "genkit:name": "weather",
        },
      }),
    ).toMatchObject({ kind: "tool", toolName: "weather" });
    expect(
      words({
        attributes: {
          "spring.ai.kind": "chat_client",
          "gen_ai.operation.name": "framework",
          "spring.ai.chat.client.user.text": "Hello",
          "spring.ai.chat.client.system.text": "Be kind.",
        },
      }),
    ).toMatchObject({ kind: "chain", system: "Be kind.", input: hello });
  });

  it("takes bare words where messages are expected for the side's own", () => {
    expect(
      words({
        attributes: {
          "gen_ai.operation.name": "user_prompt",
          "gen_ai.input.messages": "Hello",
        },
      }),
    ).toMatchObject({ kind: "chain", input: hello });
  });
});

describe("JSON", () => {
  const chat = { "gen_ai.operation.name": "chat" };
  const message = { role: "user", parts: [{ type: "text", content: "Hello" }] };

  it("is read however often and wherever it was encoded", () => {
    const encodings = [
      [message],
      JSON.stringify([message]),
      JSON.stringify(JSON.stringify([message])),
      [JSON.stringify(message)],
      { messages: [{ role: "user", content: "Hello" }] },
      JSON.stringify([{ ...message, parts: JSON.stringify(message.parts) }]),
    ];
    for (const messages of encodings) {
      expect(words({ attributes: { ...chat, "gen_ai.input.messages": messages } }).input).toEqual(
        hello,
      );
    }
  });

  it("that a customer wrote stays what the customer wrote", () => {
    expect(
      words({
        attributes: {
          ...chat,
          "gen_ai.input.messages": '[{"role":"user","content":"[{\\"id\\":1}]"}]',
        },
      }).input,
    ).toEqual([{ speaker: "customer", text: '[{"id":1}]' }]);
  });
});

describe("Request and reply bodies of further providers", () => {
  it("are read", () => {
    const bodies = [
      [{ inputText: "Hello" }, { results: [{ outputText: "Hi!" }] }],
      [{ contents: "Hello", config: { system_instruction: "Be kind." } }, { text: "Hi!" }],
      [{ message: "Hello", preamble: "Be kind." }, { text: "Hi!" }],
      [{ prompt: "Hello" }, { replies: ["Hi!"] }],
    ];
    for (const [input, output] of bodies) {
      expect(
        words({
          attributes: {
            "openinference.span.kind": "LLM",
            "input.value": JSON.stringify(input),
            "output.value": JSON.stringify(output),
          },
        }),
      ).toMatchObject({ input: hello, output: hi });
    }
    expect(
      words({
        attributes: {
          "openinference.span.kind": "LLM",
          "input.value": JSON.stringify({
            chat_history: [{ role: "CHATBOT", message: "Hi!" }],
            message: "Hello",
          }),
        },
      }).input,
    ).toEqual([...hi, ...hello]);
  });

  it("may be lists of texts", () => {
    expect(
      words({
        attributes: {
          "gen_ai.operation.name": "chat",
          "gen_ai.prompt": '["Hello"]',
          "gen_ai.completion": ["Hi!"],
        },
      }),
    ).toMatchObject({ input: "Hello", output: "Hi!" });
  });
});

describe("Vercel AI SDK's metadata", () => {
  it("names the prompt that Langfuse served, its user and its session", () => {
    expect(
      reading({
        name: "ai.generateText",
        attributes: {
          "ai.operationId": "ai.generateText",
          "ai.telemetry.functionId": "support-bot",
          "ai.telemetry.metadata.langfusePrompt": '{"name":"greet","version":2}',
          "ai.telemetry.metadata.langfuseUserId": "u-1",
          "ai.telemetry.metadata.langfuseSessionId": "s-1",
        },
      }),
    ).toMatchObject({
      promptName: "greet",
      promptVersion: "2",
      declared: {
        customerId: [{ value: "u-1", from: "metadata" }],
        session: [{ value: "s-1", from: "metadata" }],
      },
    });
  });
});

describe("What a redactor left", () => {
  it("is not a session id, so that unrelated traces are not joined by it", () => {
    expect(
      reading({
        attributes: {
          "gen_ai.operation.name": "chat",
          "session.id": "[Scrubbed due to 'session']",
          "user.id": "__REDACTED__",
          "gen_ai.conversation.id": "c-1",
        },
      }).declared,
    ).toEqual({ session: [{ value: "c-1", from: "span" }] });
  });
});

describe("OpenAI's agents in Logfire", () => {
  it("are known by the names of their spans", () => {
    const scope = "logfire.openai_agents";
    expect(words({ name: "Agent run: {name!r}", scope }).kind).toBe("agent");
    expect(words({ name: "Handoff: {from_agent} → {to_agent}", scope }).kind).toBe("agent");
    expect(words({ name: "Guardrail {name!r}", scope }).kind).toBe("guardrail");
  });
});
