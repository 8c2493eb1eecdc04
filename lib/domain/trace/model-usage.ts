import type { AttributeValue } from "./span";

/** What a model call used, as its span states it; null: not stated. */
export type ModelUsage = {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** US dollars, as every convention below has it. */
  readonly costUsd: number | null;
};

/** A span with what it states of usage. */
export type UsageSpan = ModelUsage & {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
};

/**
 * Attributes of usage, the first that a span has counts: OpenTelemetry GenAI and its older names (OpenLLMetry),
 * OpenInference, Vercel AI SDK, Langfuse (`usage_details` and `cost_details` are JSON).
 */
const keys = {
  inputTokens: [
    "gen_ai.usage.input_tokens",
    "gen_ai.usage.prompt_tokens",
    "llm.token_count.prompt",
    "llm.usage.prompt_tokens",
    "ai.usage.inputTokens",
    "ai.usage.promptTokens",
  ],
  outputTokens: [
    "gen_ai.usage.output_tokens",
    "gen_ai.usage.completion_tokens",
    "llm.token_count.completion",
    "llm.usage.completion_tokens",
    "ai.usage.outputTokens",
    "ai.usage.completionTokens",
  ],
  costUsd: ["gen_ai.usage.cost", "llm.cost.total", "gen_ai.usage.total_cost"],
} as const satisfies Readonly<Record<keyof ModelUsage, readonly string[]>>;

const inJson = {
  inputTokens: { key: "langfuse.observation.usage_details", member: "input" },
  outputTokens: { key: "langfuse.observation.usage_details", member: "output" },
  costUsd: { key: "langfuse.observation.cost_details", member: "total" },
} as const;

/** Reads what a span's attributes state of usage. */
export function readModelUsage(attributes: Readonly<Record<string, AttributeValue>>): ModelUsage {
  const read = (what: keyof ModelUsage) => {
    const stated = keys[what].map((key) => amountOf(attributes[key])).find((each) => each !== null);
    return stated ?? amountInJson(attributes[inJson[what].key], inJson[what].member);
  };
  return {
    inputTokens: read("inputTokens"),
    outputTokens: read("outputTokens"),
    costUsd: read("costUsd"),
  };
}

function amountOf(value: AttributeValue | undefined): number | null {
  const amount = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof amount === "number" && Number.isFinite(amount) && amount >= 0 ? amount : null;
}

function amountInJson(value: AttributeValue | undefined, member: string): number | null {
  if (typeof value !== "string") return null;
  try {
    const parsed = JSON.parse(value) as AttributeValue;
    const isObject = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
    return isObject ? amountOf((parsed as Record<string, AttributeValue>)[member]) : null;
  } catch {
    return null;
  }
}

/**
 * Sums the usage of a case's spans. Agents and chains repeat the sum of their calls, so that of a span and its
 * ancestors only the innermost that states an amount counts.
 */
export function sumModelUsage(spans: readonly UsageSpan[]): ModelUsage {
  const byId = new Map(spans.map((span) => [`${span.traceId} ${span.spanId}`, span]));
  const sum = (what: keyof ModelUsage) => {
    const repeated = new Set<UsageSpan>();
    const stating = spans.filter((span) => span[what] !== null);
    for (const span of stating) {
      const seen = new Set([span]);
      for (let above = parentOf(byId, span); above !== undefined && !seen.has(above);) {
        seen.add(above);
        repeated.add(above);
        above = parentOf(byId, above);
      }
    }
    const counted = stating.filter((span) => !repeated.has(span));
    if (counted.length === 0) return null;
    return counted.reduce((total, span) => total + (span[what] ?? 0), 0);
  };
  return {
    inputTokens: sum("inputTokens"),
    outputTokens: sum("outputTokens"),
    costUsd: sum("costUsd"),
  };
}

function parentOf(
  byId: ReadonlyMap<string, UsageSpan>,
  { traceId, parentSpanId }: UsageSpan,
): UsageSpan | undefined {
  return parentSpanId === null ? undefined : byId.get(`${traceId} ${parentSpanId}`);
}
