import type { SpanKind } from "@/lib/domain/trace/reading";
import type { TraceSpan } from "@/lib/domain/trace/trace";
import { formatCount, formatCounted, formatSpanTime } from "@/lib/format/format";

/** A trace's finding, as its heading. @param durationUs from first start to last end, microseconds */
export function traceTitle(spanCount: number, failedCount: number, durationUs: number): string {
  const spans = formatCounted(spanCount, "span");
  const time = durationUs === 0 ? "" : ` in ${formatSpanTime(durationUs)}`;
  if (failedCount === 0) return `${spans}${time}, none failed`;
  if (spanCount === 1) return `One span${time}, and it failed`;
  return `${formatCount(failedCount)} of ${spans} failed${time}`;
}

/** Kinds of leaf work; agents and chains are containers. */
const workWords: Partial<Record<SpanKind, string>> = {
  llm: "model calls took",
  tool: "tool calls took",
  retriever: "retrieval took",
  embedding: "embedding took",
  reranker: "reranking took",
  guardrail: "guards took",
};

/**
 * The two kinds of work that took most of the time, in one sentence; "": unknown. Overlapping spans of a
 * kind count once.
 */
export function timeFinding(spans: readonly TraceSpan[], durationUs: number): string {
  if (spans.length < 2 || durationUs <= 0) return "";
  const most = Object.entries(workWords)
    .map(([kind, words]) => ({ words, us: coveredUs(spans.filter((span) => span.kind === kind)) }))
    .filter(({ us }) => us > 0)
    .sort((left, right) => right.us - left.us)
    .slice(0, 2)
    .map(({ words, us }) => `${words} ${formatPercent(us / durationUs)}`);
  return most.length === 0 ? "" : `Of the time, ${most.join(" and ")}.`;
}

function formatPercent(share: number): string {
  const percent = Math.round(share * 100);
  return percent === 0 ? "under 1%" : `${String(percent)}%`;
}

/** Length of the spans' union, in microseconds. */
function coveredUs(spans: readonly TraceSpan[]): number {
  const sorted = [...spans].sort((left, right) => left.startUs - right.startUs);
  let covered = 0;
  let until = -Infinity;
  for (const { startUs, endUs } of sorted) {
    covered += Math.max(0, endUs - Math.max(startUs, until));
    until = Math.max(until, endUs);
  }
  return covered;
}
