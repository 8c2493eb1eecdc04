import { amountOf } from "../token-names";
import type { StoredAttributes } from "../trace";
import type { PricedCall } from "./price-call";

/** What answered: OpenTelemetry GenAI, OpenLLMetry, Vercel AI SDK. */
const responseModelKeys = ["gen_ai.response.model", "llm.response.model", "ai.response.model"];
/** OpenTelemetry GenAI and its older name, OpenInference, Vercel AI SDK, LangSmith (also by OpenLLMetry), PostHog. */
const providerKeys = [
  ...["gen_ai.provider.name", "llm.provider", "gen_ai.system", "llm.system", "ai.model.provider"],
  ...["langsmith.metadata.ls_provider", "metadata.ls_provider", "$ai_provider"],
  "traceloop.association.properties.ls_provider",
];
const addressKeys = [
  ...["server.address", "gen_ai.openai.api_base", "llm.openai.api_base", "$ai_base_url"],
];
const tierKeys = ["response", "request"].flatMap((side) => [
  ...[`openai.${side}.service_tier`, `gen_ai.openai.${side}.service_tier`],
  `gen_ai.${side}.service_tier`,
]);

type Callee = Pick<PricedCall, "model" | "provider" | "address" | "serviceTier">;

/**
 * Reads which model a span's call reached, and where.
 * @param model as the request names it
 * @returns null where its amounts have two meanings: of Anthropic's models the AI SDK 5 counts cached input apart, and with
 * OpenAI's and in version 6 as a part of the input
 */
export function readPricedCall(attributes: StoredAttributes, model: string): Callee | null {
  const textOf = (keys: readonly string[]) =>
    keys
      .map((key) => attributes[key])
      .find((value): value is string => typeof value === "string" && value !== "") ?? null;
  const provider = textOf(providerKeys);
  const called = textOf(responseModelKeys) ?? model;
  const isAnthropics = /claude|anthropic|bedrock/i.test(`${called} ${provider ?? ""}`);
  const cached = amountOf(attributes["ai.usage.cachedInputTokens"]) ?? 0;
  const isSplit = attributes["ai.usage.inputTokenDetails.noCacheTokens"] !== undefined;
  if (isAnthropics && cached > 0 && !isSplit) return null;
  return { model: called, provider, address: textOf(addressKeys), serviceTier: textOf(tierKeys) };
}
