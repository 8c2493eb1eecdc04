import type { ListCost } from "./prices/price-call";
import type { SpanKind } from "./reading";
import type { TokenDetails } from "./token-details";

/** What a model call used, as its span states it; null: not stated. */
export type ModelUsage = TokenDetails & {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** US dollars, as every convention below has it. */
  readonly costUsd: number | null;
  /** From its start to the first token of its answer, in microseconds. */
  readonly firstTokenUs: number | null;
  /** The provider's id of the reply, which every span of one call has. */
  readonly responseId?: string;
  /** By public list prices, where it states no cost; absent: no price is known. */
  readonly listCost?: ListCost;
};

/** A span with what it states of usage. */
export type UsageSpan = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly kind: SpanKind;
  readonly startUs: number;
  readonly endUs: number;
  readonly usage: ModelUsage | null;
};

/**
 * What the model calls of a case or a trace used together; null: no span states it, or it is more than a number
 * holds. Durations in microseconds.
 */
export type UsageTotal = {
  readonly modelCalls: number;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** As spans state it. */
  readonly modelCostUsd: number | null;
  /**
   * The most that those calls cost whose spans state tokens and no cost, nor any span around, in or beside them, by public
   * list prices; null: there is no such call, or no price of one of them is known.
   */
  readonly modelCostEstimatedUsd: number | null;
  /** The durations of all model calls added up, whether or not they overlap. */
  readonly modelUs: number | null;
  readonly slowestCallUs: number | null;
  /** Median over the model calls that state it; of two in the middle the longer. */
  readonly firstTokenUs: number | null;
  readonly slowestFirstTokenUs: number | null;
};

/**
 * Adds up the usage of spans. Agents, chains and wrappers repeat the sum of the calls in them: of a span and its
 * ancestors only the innermost that states an amount counts, and of model spans the innermost are the calls. An SDK and
 * the gateway behind it tell of one call in spans of their own: of those with one reply's id at one time the first counts.
 * @param spans in one order, on which the last digits of a sum depend
 */
export function sumUsage(spans: readonly UsageSpan[]): UsageTotal {
  const byId = new Map(spans.map((span) => [`${span.traceId}/${span.spanId}`, span]));
  const counted = (is: (span: UsageSpan) => boolean) => distinctCalls(innermost(spans, byId, is));
  const amountsOf = (of: (span: UsageSpan) => number | null): readonly number[] =>
    counted((span) => of(span) !== null).map((span) => of(span) ?? 0);
  const stated = (what: "inputTokens" | "outputTokens" | "costUsd") =>
    amountsOf(({ usage: own }) => own?.[what] ?? null);
  const calls = counted(({ kind }) => kind === "llm");
  const durations = calls.map(({ startUs, endUs }) => endUs - startUs).filter((us) => us > 0);
  // Speech spans have one as well, of their audio.
  const firstTokens = amountsOf(({ kind, usage: own }) =>
    kind === "llm" ? (own?.firstTokenUs ?? null) : null,
  ).toSorted((a, b) => a - b);
  return {
    modelCalls: calls.length,
    inputTokens: sumOf(stated("inputTokens"), Number.isSafeInteger),
    outputTokens: sumOf(stated("outputTokens"), Number.isSafeInteger),
    modelCostUsd: sumOf(stated("costUsd"), Number.isFinite),
    modelCostEstimatedUsd: estimatedCost(counted(isUnpriced(spans, byId))),
    modelUs: sumOf(durations, Number.isSafeInteger),
    slowestCallUs: mostOf(durations),
    firstTokenUs: firstTokens[Math.floor(firstTokens.length / 2)] ?? null,
    slowestFirstTokenUs: firstTokens.at(-1) ?? null,
  };
}

/** A model's call that states tokens, where no span states a cost of it. */
function isUnpriced(spans: readonly UsageSpan[], byId: SpansById): (span: UsageSpan) => boolean {
  const priced = spans.filter(({ usage }) => (usage?.costUsd ?? null) !== null);
  const covered = new Set(priced);
  for (const span of priced) for (const above of ancestors(span, byId)) covered.add(above);
  const pricedById = new Map<string, UsageSpan[]>();
  for (const span of priced) {
    const id = span.usage?.responseId;
    if (id !== undefined) pricedById.set(id, [...(pricedById.get(id) ?? []), span]);
  }
  return (span) => {
    const { usage, kind } = span;
    const tokens = usage?.inputTokens ?? usage?.outputTokens ?? null;
    if (kind !== "llm" || tokens === null || covered.has(span)) return false;
    const twins = pricedById.get(usage?.responseId ?? "") ?? [];
    if (twins.some((twin) => overlaps(twin, span))) return false;
    return !ancestors(span, byId).some(({ usage: of }) => (of?.costUsd ?? null) !== null);
  };
}

function estimatedCost(calls: readonly UsageSpan[]): number | null {
  const costs = calls.map(({ usage }) => usage?.listCost?.usd ?? NaN);
  return sumOf(costs, Number.isFinite);
}

type SpansById = ReadonlyMap<string, UsageSpan>;

/** The spans that satisfy a test and have no such span below them. */
function innermost(
  spans: readonly UsageSpan[],
  byId: SpansById,
  is: (span: UsageSpan) => boolean,
): readonly UsageSpan[] {
  const all = spans.filter(is);
  const outer = new Set<UsageSpan>();
  for (const span of all) for (const above of ancestors(span, byId)) outer.add(above);
  return all.filter((span) => !outer.has(span));
}

/** The innermost first; each once where spans are in a circle. */
function ancestors(span: UsageSpan, byId: SpansById): readonly UsageSpan[] {
  const seen = new Set([span]);
  for (let above = parentOf(byId, span); above !== undefined && !seen.has(above);) {
    seen.add(above);
    above = parentOf(byId, above);
  }
  return [...seen].slice(1);
}

/** The first of the spans that have one reply's id at one time. Test servers give one id to every reply. */
function distinctCalls(spans: readonly UsageSpan[]): readonly UsageSpan[] {
  const known = new Map<string, UsageSpan[]>();
  return spans.filter((span) => {
    const id = span.usage?.responseId;
    if (id === undefined) return true;
    const others = known.get(id) ?? [];
    if (others.some((other) => overlaps(other, span))) return false;
    known.set(id, [...others, span]);
    return true;
  });
}

function overlaps(one: UsageSpan, other: UsageSpan): boolean {
  return one.startUs < other.endUs && other.startUs < one.endUs;
}

function parentOf(byId: SpansById, { traceId, parentSpanId }: UsageSpan): UsageSpan | undefined {
  return parentSpanId === null ? undefined : byId.get(`${traceId}/${parentSpanId}`);
}

/** @param isKnown whether a sum is still as exact as its amounts */
function sumOf(amounts: readonly number[], isKnown: (sum: number) => boolean): number | null {
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  return amounts.length > 0 && isKnown(sum) ? sum : null;
}

function mostOf(amounts: readonly number[]): number | null {
  return amounts.length === 0 ? null : amounts.reduce((most, amount) => Math.max(most, amount));
}
