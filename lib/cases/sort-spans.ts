import type { CaseSpan } from "@/lib/domain/case/case";

/** Sorts spans by start, end, then ids: independent of their order of arrival. */
export function sortSpans(spans: readonly CaseSpan[]): readonly CaseSpan[] {
  return spans.toSorted(
    (a, b) =>
      a.startUs - b.startUs ||
      a.endUs - b.endUs ||
      compareIds(a.traceId, b.traceId) ||
      compareIds(a.spanId, b.spanId),
  );
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
