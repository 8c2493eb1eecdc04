import { isFailedSpan, type TraceSpan } from "@/lib/domain/trace/trace";

/**
 * The span whose panel is shown: the one asked for, else the first that failed, else the first.
 * @param spans earliest first
 * @param asked as the address names it, or null
 */
export function chosenSpanId(spans: readonly TraceSpan[], asked: string | null): string | null {
  return asked ?? (spans.find(isFailedSpan) ?? spans[0])?.spanId ?? null;
}
