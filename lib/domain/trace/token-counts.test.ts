import { describe, expect, it } from "vitest";
import type { AttributeValue } from "./span";
import { readRepliedUsage } from "./replied-usage";
import { readUsageIn } from "./read-usage";

const startUs = 1_767_600_000_000_000;

function stated(attributes: Readonly<Record<string, AttributeValue>>) {
  const usage = readUsageIn(JSON.stringify({ otlpKind: 1, attributes }), startUs);
  return [usage?.inputTokens, usage?.outputTokens];
}

describe("a report of usage in one attribute", () => {
  it.each<[string, string, AttributeValue]>([
    ["Braintrust", "braintrust.metrics", '{"prompt_tokens":70,"completion_tokens":9,"tokens":79}'],
    [
      "LangWatch",
      "langwatch.metrics",
      '{"type":"json","value":{"promptTokens":70,"completionTokens":9}}',
    ],
    ["MLflow", "mlflow.chat.tokenUsage", '{"input_tokens":70,"output_tokens":9}'],
    ["LangSmith", "langsmith.usage_metadata", '{"input_tokens":70,"output_tokens":9}'],
    [
      "LiveKit",
      "lk.llm_metrics",
      '{"prompt_tokens":70,"prompt_cached_tokens":64,"completion_tokens":9}',
    ],
    ["Langtrace", "llm.token.usage", '{"input_tokens":70,"output_tokens":9}'],
    [
      "OpenAI's names",
      "langfuse.observation.usage_details",
      '{"prompt_tokens":70,"completion_tokens":9,"prompt_tokens_details":{"cached_tokens":64}}',
    ],
    [
      "tokens that each count under one name",
      "langfuse.observation.usage_details",
      '{"input":4,"input_cached_tokens":60,"cache_creation_input_tokens":6,"output":2,"output_reasoning_tokens":7,"total":79}',
    ],
    [
      "parts that the input holds already",
      "langfuse.observation.usage_details",
      '{"input":70,"input_cached_tokens":60,"output":9,"output_reasoning_tokens":7,"total":79}',
    ],
    [
      "amounts that are split",
      "mastra.model_generation.usage",
      '{"inputTokens":{"total":70,"cacheRead":60},"outputTokens":{"total":9,"reasoning":3}}',
    ],
    ["an object", "llm.usage", { promptTokens: 70, completionTokens: 9 }],
  ])("reads %s", (_, key, value) => {
    expect(stated({ [key]: value })).toEqual([70, 9]);
  });

  it("reads plain names, with the cached tokens that they leave out", () => {
    expect(
      stated({
        input_tokens: 10,
        cache_read_tokens: 55,
        cache_creation_tokens: 5,
        output_tokens: 9,
      }),
    ).toEqual([70, 9]);
  });

  it("lets an attribute with the amount itself count first", () => {
    const both = { "gen_ai.usage.input_tokens": 3, "llm.usage": '{"prompt_tokens":70}' };
    expect(stated(both)[0]).toBe(3);
  });

  it("takes no other amounts for tokens", () => {
    expect(
      stated({ "app.metrics": '{"input":12,"outputs":3}', tokens: "many" })[1],
    ).toBeUndefined();
    expect(stated({ "queue.metrics": '{"prompt_tokens":"none"}' })).toEqual([undefined, undefined]);
  });
});

describe("readRepliedUsage", () => {
  it.each<[string, unknown]>([
    ["OpenAI", { choices: [], usage: { prompt_tokens: 70, completion_tokens: 9 } }],
    [
      "Anthropic, whose input leaves the cached tokens out",
      { content: [], usage: { input_tokens: 8, cache_read_input_tokens: 62, output_tokens: 9 } },
    ],
    [
      "Bedrock, whose total shows it",
      {
        usage: { inputTokens: 8, outputTokens: 9, cacheReadInputTokens: 62, totalTokens: 79 },
        output: { message: { role: "assistant", content: [] } },
      },
    ],
    [
      "Gemini, with thoughts and tools' results",
      {
        candidates: [],
        usageMetadata: {
          promptTokenCount: 66,
          toolUsePromptTokenCount: 4,
          candidatesTokenCount: 6,
          thoughtsTokenCount: 3,
          totalTokenCount: 79,
        },
      },
    ],
    ["Google's ADK", { usage_metadata: { prompt_token_count: 70, candidates_token_count: 9 } }],
    ["Cohere", { text: "Hi", meta: { tokens: { input_tokens: 70, output_tokens: 9 } } }],
    ["Ollama", { message: { content: "Hi" }, prompt_eval_count: 70, eval_count: 9 }],
    [
      "LangChain",
      {
        generations: [[{ text: "Hi" }]],
        llm_output: { token_usage: { prompt_tokens: 70, completion_tokens: 9 } },
      },
    ],
    [
      "LangChain's message",
      {
        generations: [
          [{ message: { kwargs: { usage_metadata: { input_tokens: 70, output_tokens: 9 } } } }],
        ],
      },
    ],
    ["Haystack", { replies: [{ meta: { usage: { prompt_tokens: 70, completion_tokens: 9 } } }] }],
    ["a stream's last piece", [{ usage: null }, { usage: { input_tokens: 70, output_tokens: 9 } }]],
  ])("reads %s", (_, body) => {
    const usage = readRepliedUsage(JSON.stringify(body));
    expect([usage?.inputTokens, usage?.outputTokens]).toEqual([70, 9]);
  });

  it("has the reply's id", () => {
    const reply = '{"id":"r-1","usage":{"prompt_tokens":1}}';
    expect(readRepliedUsage(reply)?.responseId).toBe("r-1");
  });

  it("is null of words about tokens, and of a reply cut off", () => {
    expect(readRepliedUsage("Your usage was 12 tokens.")).toBeNull();
    expect(readRepliedUsage('{"usage":{"prompt_tokens":1')).toBeNull();
  });
});
