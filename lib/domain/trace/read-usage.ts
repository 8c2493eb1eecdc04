import type { ModelUsage } from "./model-usage";
import { isOfTokensAlone, isUsageName, type RepliedUsage } from "./replied-usage";
import type { AttributeValue } from "./span";
import { readPricedCall } from "./prices/read-priced-call";
import { priceCall } from "./prices/price-call";
import { readTokenCounts, type ReportedTokens, type TokenCounts } from "./token-counts";
import { detailsOf, readDetailAttributes, type TokenDetails } from "./token-details";
import { amountOf, countOf, parsedOf, reportOf } from "./token-names";
import type { SpanRemainder, StoredAttributes } from "./trace";

/** Attributes with an amount, in order of precedence. */
type Keys = readonly string[];

/**
 * Attributes of usage: OpenTelemetry GenAI and its older names (OpenLLMetry), OpenInference, Vercel AI SDK, traceAI and
 * OpenLIT (cost), Semantic Kernel, VoltAgent, PostHog. Other senders have one attribute with a report as JSON, or plain
 * names.
 */
const inputKeys: Keys = [
  "gen_ai.usage.input_tokens",
  "gen_ai.usage.prompt_tokens",
  "llm.token_count.prompt",
  "llm.usage.prompt_tokens",
  "llm.usage.input_tokens",
  "ai.usage.inputTokens",
  "ai.usage.promptTokens",
  "gen_ai.response.prompt_tokens",
  "usage.prompt_tokens",
  "usage.input_tokens",
  "$ai_input_tokens",
];
const outputKeys: Keys = [
  "gen_ai.usage.output_tokens",
  "gen_ai.usage.completion_tokens",
  "llm.token_count.completion",
  "llm.usage.completion_tokens",
  "llm.usage.output_tokens",
  "ai.usage.outputTokens",
  "ai.usage.completionTokens",
  "gen_ai.response.completion_tokens",
  "usage.completion_tokens",
  "usage.output_tokens",
  "$ai_output_tokens",
];
const costKeys: Keys = [
  "gen_ai.usage.cost",
  "gen_ai.cost.total",
  "llm.cost.total",
  "gen_ai.usage.total_cost",
  "$ai_total_cost_usd",
];
const costDetailsKey = "langfuse.observation.cost_details";
/** The provider's id of a reply, which every span of one call has. */
const responseIdKeys: Keys = [
  "gen_ai.response.id",
  "gen_ai.response_id",
  "llm.response.id",
  "ai.response.id",
  "ai.response.providerMetadata.id",
];

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
  /[uU]sage|[tT]okens|token_?[cC]ount|[._]cost|ttf[tb]|time_to_first|msToFirst|completion_start|First Token|completion\.chunk|response[._]id/;

/**
 * Reads what a stored span states of usage; spans without a hint of it are not parsed.
 * @param detail the JSON of its `SpanRemainder`
 * @param startUs the span's start, microseconds since 1970
 * @param replied what its reply reports, which is not in the remainder
 * @param model of a model's call, as its request names it: its cost is priced where none is stated; null: it is not
 * @returns null if it states nothing
 */
export function readUsageIn(
  detail: string,
  startUs: number,
  replied: RepliedUsage | null | undefined = null,
  model: string | null = null,
): ModelUsage | null {
  if ((replied ?? null) === null && !anyHint.test(detail)) return null;
  const remainder = JSON.parse(detail) as SpanRemainder;
  const usage = readModelUsage(remainder, startUs, replied ?? null);
  if (usage === null || usage.costUsd !== null || model === null) return usage;
  const call = readPricedCall(remainder.attributes, model);
  const listCost = call === null ? null : priceCall({ ...usage, ...call, startUs });
  return listCost === null ? usage : { ...usage, listCost };
}

function readModelUsage(
  { attributes, events = [] }: SpanRemainder,
  startUs: number,
  replied: RepliedUsage | null,
): ModelUsage | null {
  const stated = {
    inputTokens: firstOf(attributes, inputKeys, countOf),
    outputTokens: firstOf(attributes, outputKeys, countOf),
    costUsd:
      firstOf(attributes, costKeys, amountOf) ??
      amountOf(reportOf(attributes[costDetailsKey])?.["total"]),
  };
  const reports = Object.values(stated).includes(null) ? reportsIn(attributes) : [];
  const amount = (name: keyof TokenCounts) =>
    stated[name] ??
    reports.map((report) => report[name]).find((each) => each !== null) ??
    replied?.[name] ??
    null;
  const usage = {
    inputTokens: amount("inputTokens"),
    outputTokens: amount("outputTokens"),
    costUsd: amount("costUsd"),
    firstTokenUs:
      scaled(firstOf(attributes, firstTokenSeconds, amountOf), 1e6) ??
      scaled(firstOf(attributes, firstTokenMs, amountOf), 1e3) ??
      since(startUs, [
        instantOf(attributes[firstTokenAtKey]),
        ...events.filter(({ name }) => firstTokenEvents.has(name)).map(({ atUs }) => atUs),
      ]),
  };
  const id = firstOf(attributes, responseIdKeys, textOf) ?? replied?.responseId ?? null;
  if (id === null && Object.values(usage).every((each) => each === null)) return null;
  const details = [readDetailAttributes(attributes), ...reports, replied ?? {}].map(detailsOf);
  return { ...usage, ...mergeDetails(details), ...(id !== null && { responseId: id }) };
}

/** Each part of the tokens as the first that has it states it. */
function mergeDetails(told: readonly TokenDetails[]): TokenDetails {
  return told.toReversed().reduce((later, each) => ({ ...later, ...each }), {});
}

/** The reports of usage among a span's attributes: those of one attribute, then plain names (Claude Code). */
function reportsIn(attributes: StoredAttributes): readonly ReportedTokens[] {
  const found: ReportedTokens[] = [];
  const plain: [string, AttributeValue][] = [];
  for (const [key, value] of Object.entries(attributes)) {
    if (/^\w+$/.test(key)) plain.push([key, value]);
    const name = key.slice(key.lastIndexOf(".") + 1);
    if (!isUsageName(name)) continue;
    const report = reportOf(value);
    // LangWatch wraps a value with its type.
    if (report === null) continue;
    found.push(readTokenCounts(reportOf(report["value"]) ?? report, isOfTokensAlone(name)));
  }
  return plain.length === 0 ? found : [...found, readTokenCounts(Object.fromEntries(plain), false)];
}

type Value = AttributeValue | undefined;

function firstOf<T>(
  attributes: StoredAttributes,
  keys: Keys,
  read: (value: Value) => T | null,
): T | null {
  return keys.map((key) => read(attributes[key])).find((each) => each !== null) ?? null;
}

function textOf(value: Value): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** Beyond 2^53 whole numbers are inexact, and soon more than a column holds. */
function safeOf(amount: number | null): number | null {
  return Number.isSafeInteger(amount) ? amount : null;
}

/** Langfuse writes an instant as JSON text. */
function instantOf(value: Value): number | null {
  const text = typeof value === "string" ? (parsedOf(value) ?? value) : null;
  const atMs = typeof text === "string" ? Date.parse(text) : NaN;
  return Number.isNaN(atMs) ? null : atMs * 1000;
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
