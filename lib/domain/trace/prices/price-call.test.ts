import { describe, expect, it } from "vitest";
import { priceCall, type PricedCall } from "./price-call";

const at = (day: string) => Date.parse(`${day}T12:00:00Z`) * 1000;
const call: PricedCall = {
  ...{ model: "gpt-4o-mini", provider: "openai", address: null, serviceTier: null },
  ...{ startUs: at("2026-01-15"), inputTokens: 1_000_000, outputTokens: 1_000_000 },
};
const usd = (parts: Partial<PricedCall>) => priceCall({ ...call, ...parts })?.usd ?? null;
/** Dollars of a million tokens in and of a million out, each. */
const inAndOut = (model: string, provider: string | null, day = "2026-01-15") => {
  const parts = { model, provider, startUs: at(day), cacheReadTokens: 0 };
  const input = usd({ ...parts, inputTokens: 1000, outputTokens: 0 });
  const output = usd({ ...parts, inputTokens: 0, outputTokens: 1000 });
  return input === null || output === null
    ? null
    : [input, output].map((each) => Number((each * 1000).toFixed(6)));
};

describe("priceCall", () => {
  // The hosts' own pages, as of the day beside: openai.com/api/pricing, docs.claude.com/en/docs/about-claude/pricing,
  // ai.google.dev/gemini-api/docs/pricing, mistral.ai/pricing, docs.x.ai/docs/models, groq.com/pricing,
  // api-docs.deepseek.com/quick_start/pricing, cohere.com/pricing.
  it.each<[string, string | null, number, number]>([
    ["gpt-4o", "openai", 2.5, 10],
    ["gpt-4o-2024-08-06", "openai", 2.5, 10],
    ["gpt-4o-2024-05-13", "openai", 5, 15],
    ["gpt-4o-mini-2024-07-18", "openai", 0.15, 0.6],
    ["gpt-4.1-mini", "openai", 0.4, 1.6],
    ["gpt-5", "openai", 1.25, 10],
    ["claude-sonnet-4-5-20250929", "anthropic", 3, 15],
    ["claude-haiku-4-5", "anthropic", 1, 5],
    ["claude-3-5-haiku-20241022", "anthropic", 0.8, 4],
    ["claude-opus-4-1-20250805", "anthropic", 15, 75],
    ["gemini-2.5-pro", "gcp.gemini", 1.25, 10],
    ["gemini-2.5-flash", "gcp.vertex_ai", 0.3, 2.5],
    ["gemini-2.5-flash-lite", "gcp.gen_ai", 0.1, 0.4],
    ["mistral-medium-2505", "mistral_ai", 0.4, 2],
    ["grok-4", "xai", 3, 15],
    ["llama-3.3-70b-versatile", "groq", 0.59, 0.79],
    ["command-r-plus-08-2024", "cohere", 2.5, 10],
    ["anthropic.claude-3-5-sonnet-20241022-v2:0", "aws.bedrock", 3, 15],
  ])("prices %s of %s by its host's page", (model, provider, input, output) => {
    expect(inAndOut(model, provider)).toEqual([input, output]);
  });

  it.each<[string, string | null]>([
    ["openai/gpt-4o-mini", "openai"],
    ["openai/gpt-4o-mini", null],
    ["gpt-4o-mini", null],
    ["GPT-4o-mini", "OpenAI"],
    ["openai/gpt-4o-mini", "litellm"],
    ["openai:gpt-4o-mini", "openai.responses"],
    ["gpt-4o-mini-2099-01-31", "openai"],
  ])("reads the name %s of %s", (model, provider) => {
    expect(inAndOut(model, provider)).toEqual([0.15, 0.6]);
  });

  it.each<[string, string | null]>([
    ["azure/gpt-4.1", "litellm"],
    ["azure/gpt-4.1", "openai"],
    ["gpt-4.1-2025-04-14", "az.ai.openai"],
    ["gpt-4.1", "azure-openai.chat"],
    ["gpt-4.1", "azure"],
  ])("reads the name %s of %s", (model, provider) => {
    expect(inAndOut(model, provider)).toEqual([2, 8]);
  });

  it.each<[string, string | null]>([
    ["models/gemini-2.5-flash", "google.generative-ai"],
    ["publishers/google/models/gemini-2.5-flash", "google"],
    ["projects/p/locations/global/publishers/google/models/gemini-2.5-flash", "gcp.vertex_ai"],
    ["gemini/gemini-2.5-flash", null],
    ["vertex_ai/gemini-2.5-flash", null],
  ])("reads the name %s of %s", (model, provider) => {
    expect(inAndOut(model, provider)).toEqual([0.3, 2.5]);
  });

  it.each<[string, string | null]>([
    ["us.anthropic.claude-sonnet-4-5-20250929-v1:0", "aws.bedrock"],
    ["bedrock/global.anthropic.claude-sonnet-4-5-20250929-v1:0", null],
    ["claude-sonnet-4-5@20250929", "vertex_ai"],
    ["claude-sonnet-4-5-latest", "anthropic"],
  ])("reads the name %s of %s", (model, provider) => {
    expect(inAndOut(model, provider)?.length).toBe(2);
  });

  it("has the rate in force when the call began", () => {
    expect(inAndOut("mistral-large-latest", "mistral", "2026-03-30")).toEqual([2, 6]);
    expect(inAndOut("mistral-large-latest", "mistral", "2026-04-02")).toEqual([0.5, 1.5]);
    expect(inAndOut("gpt-4o-mini", "openai", "2024-12-31")).toBeNull();
    expect(inAndOut("gpt-5", "openai", "2025-07-01")).toBeNull();
  });

  it("guesses nothing", () => {
    const none: Partial<PricedCall>[] = [
      { model: "llama3.2" },
      { model: "my-deployment", provider: "azure" },
      { provider: "openrouter" },
      { provider: "together_ai", model: "openai/gpt-oss-120b" },
      { provider: null, model: "gpt-oss-120b" },
      { address: "llm.example.com" },
      { serviceTier: "flex" },
      { serviceTier: "priority" },
      { outputTokens: null },
      { inputTokens: null },
      { startUs: Number.MAX_SAFE_INTEGER * 1000 },
      // Snapshots of several prices.
      { model: "gpt-4o-2099-01-31" },
      // A fee a request.
      { model: "sonar", provider: "perplexity" },
      { model: "gpt-4o-search-preview" },
    ];
    expect(none.map(usd)).toEqual(none.map(() => null));
  });

  it("lets an address name the host, unless it is a gateway of one's own", () => {
    const oss = { model: "openai/gpt-oss-120b", startUs: at("2026-03-01") };
    expect(usd({ ...oss, address: "api.groq.com" })).toBeCloseTo(0.75, 9);
    expect(usd({ address: "https://api.openai.com/v1/" })).toBeCloseTo(0.75, 9);
    expect(usd({ address: "contoso.openai.azure.com:443" })).toBeCloseTo(0.825, 9);
    expect(usd({ address: "127.0.0.1" })).toBeCloseTo(0.75, 9);
    expect(usd({ address: "litellm.svc.internal" })).toBeCloseTo(0.75, 9);
  });

  // platform.claude.com/docs/en/build-with-claude/prompt-caching: Sonnet 4.5 $3, written $3.75, read $0.30.
  it("prices cached input, as a part of the input or beside it", () => {
    const sonnet = { model: "claude-sonnet-4-5", provider: "anthropic", outputTokens: 0 };
    const cached = { cacheReadTokens: 40_000, cacheWriteTokens: 10_000 };
    const part = priceCall({ ...call, ...sonnet, ...cached, inputTokens: 60_000 });
    expect(part?.usd).toBeCloseTo(0.03 + 0.0375 + 0.012, 9);
    const beside = priceCall({ ...call, ...sonnet, ...cached, inputTokens: 10_000 });
    expect(beside).toEqual(part);
    expect(part?.isAtMost).toBe(false);
  });

  it("says the most where a host caches by itself and the sender does not say how much", () => {
    const known = { cacheReadTokens: 500_000 };
    expect(priceCall({ ...call, ...known })).toMatchObject({ isAtMost: false });
    expect(usd(known)).toBeCloseTo(0.075 + 0.0375 + 0.6, 9);
    expect(priceCall(call)).toMatchObject({ isAtMost: true });
    expect(priceCall({ ...call, inputTokens: 1000 })).toMatchObject({ isAtMost: false });
    const claude = { model: "claude-haiku-4-5", provider: "anthropic" };
    expect(priceCall({ ...call, ...claude })).toMatchObject({ isAtMost: false });
  });

  // ai.google.dev/gemini-api/docs/pricing: Gemini 2.5 Pro over 200,000 tokens $2.50 and $15.
  it("takes the rate of long requests", () => {
    const pro = { model: "gemini-2.5-pro", provider: "gemini", cacheReadTokens: 0 };
    expect(usd({ ...pro, inputTokens: 200_000, outputTokens: 1000 })).toBeCloseTo(0.26, 9);
    expect(usd({ ...pro, inputTokens: 200_001, outputTokens: 0 })).toBeCloseTo(0.5000025, 9);
  });

  // openai.com/api/pricing: gpt-realtime text $4 and $16, audio $32 and $64.
  it("prices audio that is counted apart, and no model that speaks without it", () => {
    const spoken = { model: "gpt-realtime", inputTokens: 3000, outputTokens: 2000 };
    expect(usd(spoken)).toBeNull();
    const audio = { audioInputTokens: 2000, audioOutputTokens: 1500, cacheReadTokens: 0 };
    expect(usd({ ...spoken, ...audio })).toBeCloseTo(0.004 + 0.064 + 0.008 + 0.096, 9);
  });
});
