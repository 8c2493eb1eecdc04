import type { ModelUsage, UsageTotal } from "@/lib/domain/trace/model-usage";
import { listPricesDate } from "@/lib/domain/trace/prices/list-prices-date";
import { formatCount, formatCounted, formatSpanTime } from "../format";
import { formatDollars } from "./money";

/**
 * What model calls used, in one line: "12 model calls, 18,400 tokens, $0.21, slowest answer 8.20 s".
 * @returns "" if there was no model call and no span states any use
 */
export function usageWords(total: UsageTotal): string {
  const { modelCalls, slowestCallUs, firstTokenUs } = total;
  const tokens = (total.inputTokens ?? 0) + (total.outputTokens ?? 0);
  const said = [
    modelCalls === 0 ? null : formatCounted(modelCalls, "model call"),
    tokens === 0 ? null : formatCounted(tokens, "token"),
    costWords(total),
    slowestCallUs === null ? null : slowestWords(modelCalls, slowestCallUs),
    firstTokenUs === null ? null : `first token typically after ${formatSpanTime(firstTokenUs)}`,
  ];
  return said.filter((each) => each !== null).join(", ");
}

/** "$0.21", "at most $0.0042 by list prices of 2026-11-20", or both where some calls state a cost and others do not. */
function costWords({ modelCostUsd, modelCostEstimatedUsd }: UsageTotal): string | null {
  const stated = modelCostUsd === null ? null : formatDollars(modelCostUsd);
  if (modelCostEstimatedUsd === null) return stated;
  const most = `at most ${formatDollars(modelCostEstimatedUsd)}`;
  const prices = `by list prices of ${listPricesDate}`;
  return stated === null ? `${most} ${prices}` : `${stated} stated, ${most} more ${prices}`;
}

function slowestWords(modelCalls: number, slowestUs: number): string {
  const time = formatSpanTime(slowestUs);
  return modelCalls === 1 ? time : `slowest answer ${time}`;
}

/**
 * What one span states: "1,240 in, 85 out", "$0.0042", "410 ms"; null: not stated. A cost that is worked out says so:
 * "at most $0.0042, by list prices of 2026-11-20".
 */
export type SpanUsageWords = {
  readonly tokens: string | null;
  readonly cost: string | null;
  readonly firstToken: string | null;
};

function listCostWords(cost: ModelUsage["listCost"]): string | null {
  if (cost === undefined) return null;
  const { usd, isAtMost, pricesOf } = cost;
  return `${isAtMost ? "at most " : ""}${formatDollars(usd)}, by list prices of ${pricesOf}`;
}

/** A span's usage in words. */
export function spanUsageWords(usage: ModelUsage | null): SpanUsageWords {
  const { inputTokens = null, outputTokens = null, costUsd = null } = usage ?? {};
  const firstTokenUs = usage?.firstTokenUs ?? null;
  const tokens = [
    inputTokens === null ? null : `${formatCount(inputTokens)} in`,
    outputTokens === null ? null : `${formatCount(outputTokens)} out`,
  ].filter((each) => each !== null);
  return {
    tokens: tokens.length === 0 ? null : tokens.join(", "),
    cost: costUsd === null ? listCostWords(usage?.listCost) : formatDollars(costUsd),
    firstToken: firstTokenUs === null ? null : `after ${formatSpanTime(firstTokenUs)}`,
  };
}
