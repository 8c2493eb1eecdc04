import { isFailedSpan, type TraceSpan } from "@/lib/domain/trace/trace";

/**
 * The span whose panel is shown: the requested one, else the first failed one, else the first.
 * @param spans earliest first
 * @param requested span id from the address, or null
 */
export function chosenSpanId(spans: readonly TraceSpan[], requested: string | null): string | null {
  return requested ?? (spans.find(isFailedSpan) ?? spans[0])?.spanId ?? null;
}
