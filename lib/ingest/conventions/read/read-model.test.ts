import { describe, expect, it } from "vitest";
import { reading } from "../test-span";

describe("a model's name that no attribute has", () => {
  it.each([
    ["the parameters of the call", { "gen_ai.request.parameters": '{"model":"m-7"}' }],
    [
      "the reply's metadata",
      {
        "output.value": '{"replies":[{"role":"assistant","meta":{"model":"m-7"},"content":"Hi"}]}',
      },
    ],
    [
      "LangChain's reply",
      { "output.value": '{"generations":[[{"text":"Hi"}]],"llm_output":{"model_name":"m-7"}}' },
    ],
    ["Gemini's reply", { "output.value": '{"candidates":[],"modelVersion":"m-7"}' }],
  ])("is read from %s", (_, attributes) => {
    const span = { attributes: { "openinference.span.kind": "LLM", ...attributes } };
    expect(reading(span).model).toBe("m-7");
  });

  it("reports the usage of a reply whose text is stored as words", () => {
    const reply = '{"choices":[{"message":{"content":"Hi"}}],"usage":{"prompt_tokens":5}}';
    const attributes = { "openinference.span.kind": "LLM", "output.value": reply };
    expect(reading({ attributes }).usage).toMatchObject({ inputTokens: 5 });
  });
});
