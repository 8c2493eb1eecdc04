import type { ModelUsage } from "./model-usage";
import type { AttributeValue } from "./span";
import type { SpanRemainder, StoredAttributes } from "./trace";

/** Attributes with an amount, in order of precedence. */
type Keys = readonly string[];

/**
 * Attributes of usage: OpenTelemetry GenAI and its older names (OpenLLMetry), OpenInference, Vercel AI SDK, traceAI and
 * OpenLIT (cost), Langfuse (`usage_details` and `cost_details` are JSON).
 */
const inputKeys: Keys = [
  "gen_ai.usage.input_tokens",
  "gen_ai.usage.prompt_tokens",
  "llm.token_count.prompt",
  "llm.usage.prompt_tokens",
  "ai.usage.inputTokens",
  "ai.usage.promptTokens",
];
const outputKeys: Keys = [
  "gen_ai.usage.output_tokens",
  "gen_ai.usage.completion_tokens",
  "llm.token_count.completion",
  "llm.usage.completion_tokens",
  "ai.usage.outputTokens",
  "ai.usage.completionTokens",
];
const costKeys: Keys = [
  "gen_ai.usage.cost",
  "gen_ai.cost.total",
  "llm.cost.total",
  "gen_ai.usage.total_cost",
];
const detailsKey = "langfuse.observation.usage_details";
const costDetailsKey = "langfuse.observation.cost_details";

/** OpenTelemetry GenAI, OpenLIT, LiveKit, Pipecat: seconds from the call's start. Vercel AI SDK: milliseconds. */
const firstTokenSeconds: Keys = [
  "gen_ai.response.time_to_first_chunk",
  "gen_ai.server.time_to_first_token",
  "lk.response.ttft",
  "metrics.ttfb",
];
const firstTokenMs: Keys = ["ai.response.msToFirstChunk"];
/** Langfuse: an instant as ISO 8601. */
const firstTokenAtKey = "langfuse.observation.completion_start_time";
/** OpenInference, OpenLLMetry: an event at the first token, or one at each. */
const firstTokenEvents: ReadonlySet<string> = new Set([
  "First Token Stream Event",
  "llm.content.completion.chunk",
]);

const anyHint =
  /usage|tokens|token_count|\.cost|ttf[tb]|time_to_first|msToFirst|completion_start|First Token|completion\.chunk/;

/**
 * Reads what a stored span states of usage; spans without a hint of it are not parsed.
 * @param detail the JSON of its `SpanRemainder`
 * @param startUs the span's start, microseconds since 1970
 * @returns null if it states nothing
 */
export function readUsageIn(detail: string, startUs: number): ModelUsage | null {
  return anyHint.test(detail) ? readModelUsage(JSON.parse(detail) as SpanRemainder, startUs) : null;
}

function readModelUsage(
  { attributes, events = [] }: SpanRemainder,
  startUs: number,
): ModelUsage | null {
  const usage: ModelUsage = {
    inputTokens:
      firstOf(attributes, inputKeys, countOf) ?? countOf(memberOf(attributes[detailsKey], "input")),
    outputTokens:
      firstOf(attributes, outputKeys, countOf) ??
      countOf(memberOf(attributes[detailsKey], "output")),
    costUsd:
      firstOf(attributes, costKeys, amountOf) ??
      amountOf(memberOf(attributes[costDetailsKey], "total")),
    firstTokenUs:
      scaled(firstOf(attributes, firstTokenSeconds, amountOf), 1e6) ??
      scaled(firstOf(attributes, firstTokenMs, amountOf), 1e3) ??
      since(startUs, [
        instantOf(attributes[firstTokenAtKey]),
        ...events.filter(({ name }) => firstTokenEvents.has(name)).map(({ atUs }) => atUs),
      ]),
  };
  return Object.values(usage).every((amount) => amount === null) ? null : usage;
}

type Value = AttributeValue | undefined;

function firstOf(
  attributes: StoredAttributes,
  keys: Keys,
  read: (value: Value) => number | null,
): number | null {
  return keys.map((key) => read(attributes[key])).find((amount) => amount !== null) ?? null;
}

/** A number of at least 0. */
function amountOf(value: Value): number | null {
  const amount = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof amount === "number" && Number.isFinite(amount) && amount >= 0 ? amount : null;
}

/** A whole number of at least 0. */
function countOf(value: Value): number | null {
  return safeOf(amountOf(value));
}

/** Beyond 2^53 whole numbers are inexact, and soon more than a column holds. */
function safeOf(amount: number | null): number | null {
  return Number.isSafeInteger(amount) ? amount : null;
}

function memberOf(value: Value, member: string): Value {
  const parsed = parsedOf(value);
  const isObject = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
  return isObject ? (parsed as StoredAttributes)[member] : undefined;
}

/** Langfuse writes an instant as JSON text. */
function instantOf(value: Value): number | null {
  const text = parsedOf(value) ?? value;
  const atMs = typeof text === "string" ? Date.parse(text) : NaN;
  return Number.isNaN(atMs) ? null : atMs * 1000;
}

function parsedOf(value: Value): AttributeValue {
  if (typeof value !== "string") return null;
  try {
    return JSON.parse(value) as AttributeValue;
  } catch {
    return null;
  }
}

function scaled(amount: number | null, factor: number): number | null {
  return amount === null ? null : safeOf(Math.round(amount * factor));
}

function since(startUs: number, instants: readonly (number | null)[]): number | null {
  const given = instants.filter((atUs) => atUs !== null).filter((atUs) => atUs >= startUs);
  return given.length === 0
    ? null
    : safeOf(given.reduce((first, atUs) => Math.min(first, atUs)) - startUs);
}
