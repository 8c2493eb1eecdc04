import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AttributeValue } from "./span";
import { sumUsage, type ModelUsage, type UsageSpan } from "./model-usage";
import { readUsageIn } from "./read-usage";

const startUs = 1_767_600_000_000_000;
const nothing: ModelUsage = {
  ...{ inputTokens: null, outputTokens: null, costUsd: null, firstTokenUs: null },
};

type Event = { readonly name: string; readonly atUs: number };

function detail(
  attributes: Readonly<Record<string, AttributeValue>>,
  events: readonly Event[] = [],
) {
  const all = events.map((event) => ({ ...event, attributes: {} }));
  return JSON.stringify({ otlpKind: 1, attributes, ...(all.length > 0 && { events: all }) });
}

describe("readUsageIn", () => {
  it.each<[string, Readonly<Record<string, AttributeValue>>, Partial<ModelUsage>]>([
    [
      "OpenTelemetry GenAI",
      {
        ...{ "gen_ai.usage.input_tokens": 900, "gen_ai.usage.output_tokens": 40 },
        "gen_ai.response.time_to_first_chunk": 0.41,
      },
      { inputTokens: 900, outputTokens: 40, firstTokenUs: 410_000 },
    ],
    ["its older names", { "gen_ai.usage.prompt_tokens": "7" }, { inputTokens: 7 }],
    ["traceAI", { "gen_ai.cost.total": 0.0021 }, { costUsd: 0.0021 }],
    [
      "OpenInference",
      { "llm.token_count.prompt": 5, "llm.token_count.completion": 6, "llm.cost.total": 0.5 },
      { inputTokens: 5, outputTokens: 6, costUsd: 0.5 },
    ],
    [
      "OpenLIT",
      { "gen_ai.usage.cost": 0, "gen_ai.server.time_to_first_token": 1.5 },
      { costUsd: 0, firstTokenUs: 1_500_000 },
    ],
    [
      "Vercel AI SDK",
      { "ai.usage.inputTokens": 3, "ai.response.msToFirstChunk": 12.5 },
      { inputTokens: 3, firstTokenUs: 12_500 },
    ],
    ["LiveKit", { "lk.response.ttft": 0.2 }, { firstTokenUs: 200_000 }],
    ["Pipecat", { "metrics.ttfb": 0.3 }, { firstTokenUs: 300_000 }],
    [
      "Langfuse",
      {
        "langfuse.observation.usage_details": '{"input":11,"output":2,"total":13}',
        "langfuse.observation.cost_details": '{"total":0.25}',
        "langfuse.observation.completion_start_time": '"2026-01-05T08:00:00.250Z"',
      },
      { inputTokens: 11, outputTokens: 2, costUsd: 0.25, firstTokenUs: 250_000 },
    ],
  ])("reads %s", (_, attributes, usage) => {
    expect(readUsageIn(detail(attributes), startUs)).toEqual({ ...nothing, ...usage });
  });

  it("reads the first event of a stream", () => {
    const stream = [
      { name: "llm.content.completion.chunk", atUs: startUs + 900 },
      { name: "llm.content.completion.chunk", atUs: startUs + 300 },
    ];
    expect(readUsageIn(detail({}, stream), startUs)?.firstTokenUs).toBe(300);
    const first = [{ name: "First Token Stream Event", atUs: startUs + 70 }];
    expect(readUsageIn(detail({}, first), startUs)?.firstTokenUs).toBe(70);
  });

  it("takes for tokens whole numbers alone, and looks on where a name has another", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const counted = { "gen_ai.usage.input_tokens": 12.5, "llm.token_count.prompt": most };
    expect(readUsageIn(detail(counted), startUs)?.inputTokens).toBe(most);
    const beyond = { "gen_ai.usage.input_tokens": most + 1, "ai.response.msToFirstChunk": most };
    expect(readUsageIn(detail(beyond), startUs)).toBeNull();
  });

  it("is null where nothing is stated, or no amount", () => {
    expect(readUsageIn(detail({ "llm.model": "m" }), startUs)).toBeNull();
    const odd = { "gen_ai.usage.input_tokens": "many", "llm.token_count.prompt": -1 };
    expect(readUsageIn(detail(odd), startUs)).toBeNull();
    const broken = { "langfuse.observation.usage_details": "{" };
    expect(readUsageIn(detail(broken), startUs)).toBeNull();
    const early = { "langfuse.observation.completion_start_time": "2020-01-01T00:00:00Z" };
    expect(readUsageIn(detail(early), startUs)).toBeNull();
  });
});

function span(spanId: string, parts: Partial<UsageSpan> = {}): UsageSpan {
  const at = { startUs, endUs: startUs + 1_000_000 };
  return { traceId: "t", spanId, parentSpanId: null, kind: "llm", ...at, usage: null, ...parts };
}

const uses = (parts: Partial<ModelUsage>): ModelUsage => ({ ...nothing, ...parts });

describe("sumUsage", () => {
  it("counts a call once that an SDK and a gateway tell of, and twice where a server gives one id to every reply", () => {
    const usage = uses({ inputTokens: 10, responseId: "r-1" });
    const later = { startUs: startUs + 1_000_000, endUs: startUs + 2_000_000 };
    const gateway = { traceId: "u", startUs: startUs + 100, endUs: startUs + 900_000, usage };
    expect(sumUsage([span("sdk", { usage }), span("gateway", gateway)])).toMatchObject({
      ...{ inputTokens: 10, modelCalls: 1 },
    });
    expect(sumUsage([span("sdk", { usage }), span("next", { usage, ...later })])).toMatchObject({
      ...{ inputTokens: 20, modelCalls: 2 },
    });
  });

  it("counts each amount once, where agents and wrappers repeat what the calls in them took", () => {
    const total = sumUsage([
      span("agent", { kind: "agent", usage: uses({ inputTokens: 30, outputTokens: 3 }) }),
      span("wrapper", { parentSpanId: "agent", usage: uses({ inputTokens: 10, costUsd: 0.5 }) }),
      span("call", {
        ...{ parentSpanId: "wrapper", endUs: startUs + 4_000_000 },
        usage: uses({ inputTokens: 10, outputTokens: 1, firstTokenUs: 5 }),
      }),
      span("other", { parentSpanId: "agent", usage: uses({ inputTokens: 20, firstTokenUs: 9 }) }),
      span("speech", { kind: "other", usage: uses({ firstTokenUs: 77 }) }),
    ]);
    expect(total).toEqual({
      ...{ modelCalls: 2, inputTokens: 30, outputTokens: 1, modelCostUsd: 0.5 },
      modelCostEstimatedUsd: null,
      ...{ modelUs: 5_000_000, slowestCallUs: 4_000_000, firstTokenUs: 9, slowestFirstTokenUs: 9 },
    });
  });

  it("says nothing where no span does, and leaves out calls without a duration", () => {
    const none = {
      ...{ inputTokens: null, outputTokens: null, modelUs: null },
      ...{ modelCostUsd: null, modelCostEstimatedUsd: null },
    };
    const untimed = { slowestCallUs: null, firstTokenUs: null, slowestFirstTokenUs: null };
    expect(sumUsage([])).toEqual({ modelCalls: 0, ...none, ...untimed });
    expect(sumUsage([span("a", { endUs: startUs })])).toEqual({
      modelCalls: 1,
      ...none,
      ...untimed,
    });
  });

  const priced = (usd: number) => ({ usd, isAtMost: true, pricesOf: "2026-11-20" });
  const unstated = (usd: number, parts: Partial<ModelUsage> = {}) =>
    uses({ inputTokens: 9, outputTokens: 1, listCost: priced(usd), ...parts });

  it("adds what calls cost by list prices apart from what spans state", () => {
    const total = sumUsage([
      span("agent", { kind: "agent", usage: uses({ inputTokens: 19, outputTokens: 2 }) }),
      span("stated", { parentSpanId: "agent", usage: uses({ inputTokens: 1, costUsd: 0.25 }) }),
      span("wrapper", { parentSpanId: "agent", usage: unstated(0.5) }),
      span("call", { parentSpanId: "wrapper", usage: unstated(0.5) }),
      span("other", { parentSpanId: "agent", usage: unstated(0.125) }),
    ]);
    expect([total.modelCostUsd, total.modelCostEstimatedUsd]).toEqual([0.25, 0.625]);
  });

  it.each<[string, readonly UsageSpan[]]>([
    [
      "around it",
      [
        span("agent", { kind: "agent", usage: uses({ costUsd: 0.25 }) }),
        span("call", { parentSpanId: "agent", usage: unstated(0.5) }),
      ],
    ],
    [
      "in it",
      [
        span("wrapper", { usage: unstated(0.5) }),
        span("call", { parentSpanId: "wrapper", usage: uses({ costUsd: 0.25 }) }),
      ],
    ],
    [
      "of a gateway that tells of the same call",
      [
        span("sdk", { usage: unstated(0.5, { responseId: "r-1" }) }),
        span("gateway", { traceId: "u", usage: uses({ costUsd: 0.25, responseId: "r-1" }) }),
      ],
    ],
  ])("does not price a call whose cost a span states %s", (_, spans) => {
    const total = sumUsage(spans);
    expect([total.modelCostUsd, total.modelCostEstimatedUsd]).toEqual([0.25, null]);
  });

  it("prices a call once that two spans tell of, and no sum with a call of unknown price", () => {
    const usage = unstated(0.5, { responseId: "r-1" });
    const twice = [span("sdk", { usage }), span("gateway", { traceId: "u", usage })];
    expect(sumUsage(twice).modelCostEstimatedUsd).toBe(0.5);
    const ours = span("ours", { usage: uses({ inputTokens: 5, outputTokens: 1 }) });
    expect(sumUsage([...twice, ours]).modelCostEstimatedUsd).toBeNull();
  });

  it("does not say a sum that a number does not hold", () => {
    const most = uses({ inputTokens: Number.MAX_SAFE_INTEGER, costUsd: Number.MAX_VALUE });
    const call = (spanId: string) => span(spanId, { usage: { ...most, outputTokens: 1 } });
    expect(sumUsage([call("a"), call("b")])).toMatchObject({
      ...{ inputTokens: null, outputTokens: 2, modelCostUsd: null },
    });
  });

  it("holds where spans are in a circle, and counts no more than is stated", () => {
    const ids = ["a", "b", "c"];
    const spans = fc.tuple(
      ...ids.map((spanId) =>
        fc.record({
          spanId: fc.constant(spanId),
          parentSpanId: fc.constantFrom(null, ...ids),
          kind: fc.constantFrom("llm" as const, "agent" as const),
          inputTokens: fc.option(fc.nat({ max: 9 })),
        }),
      ),
    );
    fc.assert(
      fc.property(spans, (all) => {
        const total = sumUsage(
          all.map(({ inputTokens, ...parts }) =>
            span("", { ...parts, usage: uses({ inputTokens }) }),
          ),
        );
        const stated = all.reduce((sum, { inputTokens }) => sum + (inputTokens ?? 0), 0);
        expect(total.inputTokens ?? 0).toBeLessThanOrEqual(stated);
        expect(total.modelCalls).toBeLessThanOrEqual(all.length);
      }),
    );
  });
});
