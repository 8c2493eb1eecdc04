import { hostedModel } from "./model-host";
import { listedRates, type Rate } from "./list-prices";
import { listPricesDate } from "./list-prices-date";

/** Amounts of tokens as a sender states them; undefined: it does not say. */
export type PricedTokens = {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly cacheReadTokens?: number;
  readonly cacheWriteTokens?: number;
  readonly audioInputTokens?: number;
  readonly audioOutputTokens?: number;
};

export type PricedCall = PricedTokens & {
  /** As the reply names it, else as the request does. */
  readonly model: string;
  readonly provider: string | null;
  /** The server's name. */
  readonly address: string | null;
  readonly serviceTier: string | null;
  /** Microseconds since 1970. */
  readonly startUs: number;
};

/** What a call cost by public list prices. */
export type ListCost = {
  readonly usd: number;
  /** It may have been less, as the sender leaves out what was cached. */
  readonly isAtMost: boolean;
  /** The day of the table: "2026-11-20". */
  readonly pricesOf: string;
};

/** Prices of these are the listed ones; batches, flexible and priority processing have others. */
const plainTiers: ReadonlySet<string> = new Set([
  ...["", "default", "auto", "standard", "standard_only", "on_demand", "ondemand"],
]);
/** OpenAI caches prompts from this length on; of the others it is less, or not said. */
const cachedFrom: ReadonlyMap<string, number> = new Map([
  ["openai", 1024],
  ["azure", 1024],
]);

/**
 * Prices a call by the list prices in force when it began: null of a model, host or time that the table does not have, of
 * other than standard processing, and where hosts or snapshots that are meant disagree.
 *
 * Hosts other than Anthropic and Bedrock, where a request asks for it, cache by themselves: where the sender says nothing
 * of cached input, all is priced as plain, which is the most that it may have cost (`isAtMost`). Anthropic's short cache is
 * taken for the kind that was written. Audio that a sender does not count apart is priced as text, but of models that
 * speak, which are not priced then.
 */
export function priceCall(call: PricedCall): ListCost | null {
  const { inputTokens, outputTokens } = call;
  if (inputTokens === null || outputTokens === null) return null;
  if (!plainTiers.has((call.serviceTier ?? "").toLowerCase())) return null;
  const hosted = hostedModel(call.model, call.provider, call.address);
  if (hosted === null) return null;
  const tokens = tokensOf(call, inputTokens, outputTokens);
  const costs = hosted.hosts.flatMap((host) => {
    const lists = hosted.names.map((name) => listedRates(host, name, call.startUs, tokens.input));
    const rates = lists.find((each) => each.length > 0) ?? [];
    return rates.map((rate) => costBy(rate, tokens, cachesFrom(host, call.model)));
  });
  const [first] = costs;
  if (first === undefined || first === null) return null;
  const isOne = costs.every((cost) => cost !== null && isNear(cost.usd, first.usd));
  const isAtMost = costs.some((cost) => cost?.isAtMost);
  return isOne ? { usd: first.usd, isAtMost, pricesOf: listPricesDate } : null;
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(one, other);
}

/** @returns from how many tokens on it caches by itself; null: never */
function cachesFrom(host: string, model: string): number | null {
  const isOnRequest = host === "anthropic" || host === "bedrock" || /claude/i.test(model);
  return isOnRequest ? null : (cachedFrom.get(host) ?? 0);
}

type Tokens = {
  /** Of all kinds. */
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number | null;
  readonly cacheWrite: number;
  readonly audioInput: number | null;
  readonly audioOutput: number | null;
};

/** By the conventions an input holds what is cached; where that is more than the input, it was counted apart. */
function tokensOf(call: PricedCall, input: number, output: number): Tokens {
  const cached = (call.cacheReadTokens ?? 0) + (call.cacheWriteTokens ?? 0);
  return {
    input: cached > input ? input + cached : input,
    output,
    cacheRead: call.cacheReadTokens ?? null,
    cacheWrite: call.cacheWriteTokens ?? 0,
    audioInput: call.audioInputTokens ?? null,
    audioOutput: call.audioOutputTokens ?? null,
  };
}

const perMillion = 1e6;

function costBy(
  rate: Rate,
  tokens: Tokens,
  cachesFromTokens: number | null,
): { readonly usd: number; readonly isAtMost: boolean } | null {
  const speaks = rate.audioOutput !== undefined;
  if (speaks && (tokens.audioInput === null || tokens.audioOutput === null)) return null;
  const audio = tokens.audioInput ?? 0;
  const spoken = tokens.audioOutput ?? 0;
  const cached = tokens.cacheRead ?? 0;
  const text = tokens.input - audio - tokens.cacheWrite;
  if (text < 0 || spoken > tokens.output || (spoken > 0 && !speaks)) return null;
  // Nobody says how much of the cached part was audio: as little as possible, which costs the most.
  const cachedAudio = Math.max(0, cached - text);
  const cacheRead = rate.cacheRead ?? rate.input;
  const dollars =
    (text - (cached - cachedAudio)) * rate.input +
    (cached - cachedAudio) * cacheRead +
    cachedAudio * (rate.audioCacheRead ?? cacheRead) +
    (audio - cachedAudio) * (rate.audioInput ?? rate.input) +
    tokens.cacheWrite * (rate.cacheWrite ?? rate.input) +
    (tokens.output - spoken) * rate.output +
    spoken * (rate.audioOutput ?? rate.output);
  const maySave = cachesFromTokens !== null && (rate.cacheRead ?? rate.input) < rate.input;
  const isUnsaid = tokens.cacheRead === null && maySave && tokens.input >= cachesFromTokens;
  const isMost = rate.isMost || (cached > 0 && (rate.cacheRead === undefined || audio > 0));
  return { usd: dollars / perMillion, isAtMost: isMost || isUnsaid };
}
