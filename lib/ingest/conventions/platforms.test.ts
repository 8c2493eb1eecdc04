import { describe, expect, it } from "vitest";
import { reading, words } from "./test-span";

const hello = [{ speaker: "customer", text: "Hello" }];
const hi = [{ speaker: "agent", text: "Hi!" }];
const request =
  '{"messages":[{"role":"system","content":"Be kind."},{"role":"user","content":"Hello"}]}';
const response = '{"choices":[{"index":0,"message":{"role":"assistant","content":"Hi!"}}]}';

describe("Langfuse", () => {
  it("reads an observation, its prompt and whom it belongs to", () => {
    expect(
      reading({
        attributes: {
          "langfuse.observation.type": "generation",
          "langfuse.observation.model.name": "gpt-4o",
          "langfuse.observation.prompt.name": "refund",
          "langfuse.observation.prompt.version": 3,
          "langfuse.observation.input": request,
          "langfuse.observation.output": '{"role":"assistant","content":"Hi!"}',
          "langfuse.session.id": "s-1",
          "langfuse.user.id": "u-1",
          "langfuse.release": "r-9",
          "langfuse.trace.metadata.case_id": "C-1",
          "langfuse.trace.metadata": '{"channel":"e-mail"}',
        },
      }),
    ).toMatchObject({
      kind: "llm",
      part: "history",
      model: "gpt-4o",
      promptName: "refund",
      promptVersion: "3",
      system: "Be kind.",
      input: hello,
      output: hi,
      declared: {
        session: [{ value: "s-1", from: "span" }],
        customerId: [{ value: "u-1", from: "span" }],
        release: [{ value: "r-9", from: "span" }],
        caseId: [{ value: "C-1", from: "association" }],
        channel: [{ value: "email", from: "metadata" }],
      },
    });
  });

  it.each([
    ["span", "chain"],
    ["event", "other"],
    ["agent", "agent"],
    ["tool", "tool"],
    ["retriever", "retriever"],
    ["evaluator", "evaluator"],
    ["guardrail", "guardrail"],
    ["embedding", "embedding"],
  ])("reads the type %s as %s", (type, kind) => {
    expect(reading({ attributes: { "langfuse.observation.type": type } }).kind).toBe(kind);
  });
});

describe("platforms' own span attributes", () => {
  const llm = { kind: "llm", part: "history", system: "Be kind.", input: hello, output: hi };
  it.each([
    [
      "LangSmith",
      { "langsmith.span.kind": "llm", "gen_ai.prompt": request, "gen_ai.completion": response },
    ],
    [
      "MLflow",
      {
        "mlflow.spanType": '"CHAT_MODEL"',
        "mlflow.spanInputs": request,
        "mlflow.spanOutputs": response,
      },
    ],
    [
      "Laminar",
      { "lmnr.span.type": "LLM", "lmnr.span.input": request, "lmnr.span.output": response },
    ],
    [
      "Braintrust",
      {
        "braintrust.span_attributes": '{"type":"llm","name":"chat"}',
        "braintrust.input_json": request,
        "braintrust.output_json": response,
      },
    ],
    ["Opik", { "opik.span.type": "llm", "opik.input": request, "opik.output": response }],
    [
      "LiteLLM",
      {
        "llm.request.type": "completion",
        "gen_ai.prompt.0.role": "system",
        "gen_ai.prompt.0.content": "Be kind.",
        "gen_ai.prompt.1.role": "user",
        "gen_ai.prompt.1.content": "Hello",
        "gen_ai.completion.0.role": "assistant",
        "gen_ai.completion.0.content": "Hi!",
      },
    ],
    ["everyday keys", { "gen_ai.operation.name": "chat", input: request, output: response }],
  ])("are read for %s", (_, attributes) => {
    expect(words({ attributes })).toEqual(llm);
  });

  it("name the session and the customer", () => {
    expect(
      reading({
        attributes: {
          "langsmith.metadata.thread_id": "t-1",
          "langsmith.trace.session_id": "project",
          "langsmith.metadata.user_id": "u-1",
        },
      }).declared,
    ).toMatchObject({
      session: [
        { value: "t-1", from: "span" },
        { value: "t-1", from: "metadata" },
      ],
      customerId: [{ value: "u-1", from: "span" }],
    });
    expect(
      reading({
        attributes: {
          "lmnr.association.properties.session_id": "s-1",
          "lmnr.association.properties.user_id": "u-1",
          "lmnr.association.properties.metadata.caseId": "C-1",
        },
      }).declared,
    ).toEqual({
      session: [{ value: "s-1", from: "association" }],
      caseId: [{ value: "C-1", from: "association" }],
      customerId: [{ value: "u-1", from: "association" }],
    });
  });

  it("do not make plain spans speak", () => {
    expect(words({ name: "GET /", attributes: { input: "q=1", response: "200" } })).toEqual({
      kind: "other",
      part: "none",
      system: null,
      input: null,
      output: null,
    });
  });
});

describe("providers' bodies", () => {
  const chat = (input: unknown, output: unknown) =>
    words({
      attributes: {
        "openinference.span.kind": "LLM",
        "input.value": JSON.stringify(input),
        "output.value": JSON.stringify(output),
      },
    });
  const call = { id: "c1", name: "f", args: '{"a":1}' };
  const expected = {
    kind: "llm",
    part: "history",
    system: "Be kind.",
    input: hello,
    output: [{ speaker: "agent", text: "Hi!", toolCalls: [call] }],
  };

  it("are read for OpenAI's responses", () => {
    expect(
      chat(
        {
          instructions: "Be kind.",
          input: [{ role: "user", content: [{ type: "input_text", text: "Hello" }] }],
        },
        {
          output: [
            { type: "reasoning", summary: [] },
            { type: "message", role: "assistant", content: [{ type: "output_text", text: "Hi!" }] },
            { type: "function_call", call_id: "c1", name: "f", arguments: '{"a":1}' },
          ],
        },
      ),
    ).toEqual({
      ...expected,
      output: [...hi, { speaker: "agent", text: "", toolCalls: [call] }],
    });
  });

  it("are read for Gemini", () => {
    expect(
      chat(
        {
          systemInstruction: { parts: [{ text: "Be kind." }] },
          contents: [{ role: "user", parts: [{ text: "Hello" }] }],
        },
        {
          candidates: [
            {
              content: {
                role: "model",
                parts: [
                  { text: "hm", thought: true },
                  { text: "Hi!" },
                  { functionCall: { id: "c1", name: "f", args: { a: 1 } } },
                ],
              },
            },
          ],
        },
      ),
    ).toEqual(expected);
  });

  it("are read for Bedrock's converse", () => {
    expect(
      chat(
        {
          system: [{ text: "Be kind." }],
          messages: [{ role: "user", content: [{ text: "Hello" }] }],
        },
        {
          output: {
            message: {
              role: "assistant",
              content: [
                { text: "Hi!" },
                { toolUse: { toolUseId: "c1", name: "f", input: { a: 1 } } },
              ],
            },
          },
        },
      ),
    ).toEqual(expected);
  });

  it("are read for LangChain's generations, and a bare prompt", () => {
    expect(
      chat(
        { prompt: "Hello" },
        {
          generations: [
            [
              {
                text: "Hi!",
                message: { lc: 1, id: ["x", "AIMessage"], kwargs: { content: "Hi!" } },
              },
            ],
          ],
        },
      ),
    ).toMatchObject({ input: hello, output: hi });
  });

  it("are kept as text where they hold no words that we know", () => {
    expect(chat({ a: 1 }, [1, 2])).toMatchObject({ input: '{"a":1}', output: "[1,2]" });
  });
});
