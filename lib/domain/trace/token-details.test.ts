import { describe, expect, it } from "vitest";
import type { AttributeValue } from "./span";
import { readUsageIn } from "./read-usage";
import { readRepliedUsage } from "./replied-usage";
import type { TokenDetails } from "./token-details";

const startUs = Date.parse("2026-06-15T09:00:00Z") * 1000;

type Attributes = Readonly<Record<string, AttributeValue>>;

function usageOf(attributes: Attributes, model: string | null = null) {
  return readUsageIn(JSON.stringify({ otlpKind: 1, attributes }), startUs, null, model);
}

const readAndWritten: TokenDetails = { cacheReadTokens: 60, cacheWriteTokens: 5 };
const inAndOut = { "gen_ai.usage.input_tokens": 90, "gen_ai.usage.output_tokens": 9 };

describe("parts of the tokens that have prices of their own", () => {
  it.each<[string, Attributes, TokenDetails]>([
    [
      "OpenTelemetry GenAI",
      {
        "gen_ai.usage.cache_read.input_tokens": 60,
        "gen_ai.usage.cache_creation.input_tokens": 5,
      },
      readAndWritten,
    ],
    [
      "OpenLLMetry",
      {
        "gen_ai.usage.cache_read_input_tokens": 60,
        "gen_ai.usage.cache_creation_input_tokens": 5,
      },
      readAndWritten,
    ],
    [
      "Pydantic AI",
      {
        "gen_ai.usage.details.cache_read_tokens": 60,
        "gen_ai.usage.details.cache_write_tokens": 5,
      },
      readAndWritten,
    ],
    [
      "OpenInference",
      {
        "llm.token_count.prompt_details.cache_read": 60,
        "llm.token_count.prompt_details.cache_write": 5,
        "llm.token_count.prompt_details.audio": 7,
        "llm.token_count.completion_details.audio": 3,
      },
      { ...readAndWritten, audioInputTokens: 7, audioOutputTokens: 3 },
    ],
    ["Vercel AI SDK", { "ai.usage.cachedInputTokens": 60 }, { cacheReadTokens: 60 }],
    [
      "its version 6",
      {
        "ai.usage.inputTokenDetails.cacheReadTokens": 60,
        "ai.usage.inputTokenDetails.cacheWriteTokens": 5,
      },
      readAndWritten,
    ],
    [
      "PostHog",
      { $ai_cache_read_input_tokens: 60, $ai_cache_creation_input_tokens: "5" },
      readAndWritten,
    ],
    [
      "Langfuse",
      {
        "langfuse.observation.usage_details":
          '{"input":25,"input_cached_tokens":60,"cache_creation_input_tokens":5,"output":9}',
      },
      readAndWritten,
    ],
    [
      "LangSmith",
      {
        "langsmith.usage_metadata":
          '{"input_tokens":90,"input_token_details":{"cache_read":60,"cache_creation":5},"output_tokens":9}',
      },
      readAndWritten,
    ],
    [
      "Claude Code",
      { input_tokens: 25, cache_read_tokens: 60, cache_creation_tokens: 5, output_tokens: 9 },
      readAndWritten,
    ],
  ])("are read of %s", (_, attributes, details) => {
    expect(usageOf({ ...inAndOut, ...attributes })).toMatchObject(details);
  });

  it.each<[string, unknown, TokenDetails]>([
    [
      "OpenAI",
      {
        prompt_tokens: 90,
        prompt_tokens_details: { cached_tokens: 60, audio_tokens: 7 },
        completion_tokens: 9,
        completion_tokens_details: { reasoning_tokens: 2, audio_tokens: 3 },
      },
      { cacheReadTokens: 60, audioInputTokens: 7, audioOutputTokens: 3 },
    ],
    [
      "its Responses",
      { input_tokens: 90, input_tokens_details: { cached_tokens: 0 }, output_tokens: 9 },
      { cacheReadTokens: 0 },
    ],
    [
      "Anthropic",
      {
        input_tokens: 25,
        cache_read_input_tokens: 60,
        cache_creation_input_tokens: 5,
        cache_creation: { ephemeral_5m_input_tokens: 5 },
        output_tokens: 9,
      },
      readAndWritten,
    ],
    [
      "Bedrock",
      { inputTokens: 25, cacheReadInputTokens: 60, cacheWriteInputTokens: 5, outputTokens: 9 },
      readAndWritten,
    ],
    [
      "DeepSeek",
      { prompt_tokens: 90, prompt_cache_hit_tokens: 60, completion_tokens: 9 },
      { cacheReadTokens: 60 },
    ],
  ])("are read of %s's reply", (_, usage, details) => {
    expect(readRepliedUsage(JSON.stringify({ usage }))).toMatchObject(details);
  });

  it("are read of Google's reply", () => {
    const usageMetadata = {
      ...{ promptTokenCount: 90, cachedContentTokenCount: 60, candidatesTokenCount: 9 },
      promptTokensDetails: [
        { modality: "TEXT", tokenCount: 83 },
        { modality: "AUDIO", tokenCount: 7 },
      ],
    };
    expect(readRepliedUsage(JSON.stringify({ usageMetadata }))).toMatchObject({
      ...{ inputTokens: 90, cacheReadTokens: 60, audioInputTokens: 7 },
    });
  });

  it("leave the input as it was", () => {
    const cached = { "gen_ai.usage.cache_read.input_tokens": 60 };
    expect(usageOf({ ...inAndOut, ...cached })?.inputTokens).toBe(90);
    expect(usageOf(inAndOut)).not.toHaveProperty("cacheReadTokens");
  });
});

describe("the cost of a span that states none", () => {
  const answered = { ...inAndOut, "gen_ai.provider.name": "openai" };

  it("is that of the model that answered, where it was asked for another", () => {
    const other = { ...answered, "gen_ai.response.model": "gpt-4o-mini-2024-07-18" };
    expect(usageOf(other, "gpt-4o")?.listCost).toEqual({
      ...{ usd: (90 * 0.15 + 9 * 0.6) / 1e6, isAtMost: false, pricesOf: "2026-11-20" },
    });
  });

  it("stays away where it states one, of a model unknown, and of a span that is no model's call", () => {
    expect(usageOf({ ...answered, "gen_ai.usage.cost": 0.5 }, "gpt-4o")?.listCost).toBeUndefined();
    expect(usageOf(answered, "our-own-8b")?.listCost).toBeUndefined();
    expect(usageOf(answered)?.listCost).toBeUndefined();
    expect(
      usageOf({ ...answered, "openai.response.service_tier": "flex" }, "gpt-4o")?.listCost,
    ).toBeUndefined();
  });

  it("knows no cached part where versions of an SDK count it in two ways", () => {
    const counts = { "ai.usage.inputTokens": 90, "ai.usage.outputTokens": 9 };
    const cached = { ...counts, "ai.usage.cachedInputTokens": 60 };
    const anthropic = { ...cached, "ai.model.provider": "anthropic.messages" };
    expect(usageOf(anthropic, "claude-haiku-4-5")?.listCost).toBeUndefined();
    const split = { ...anthropic, "ai.usage.inputTokenDetails.noCacheTokens": 30 };
    expect(usageOf(split, "claude-haiku-4-5")?.listCost?.usd).toBeCloseTo(
      (30 + 60 * 0.1 + 9 * 5) / 1e6,
      12,
    );
  });
});
