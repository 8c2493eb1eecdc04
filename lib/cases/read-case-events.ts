import type { CaseSpan } from "@/lib/domain/case/case";
import type { CaseEvent } from "@/lib/domain/trace/reading";

/**
 * The events of a case by time, then by span order. A due date repeated by several spans appears once, at its first.
 */
export function readCaseEvents(spans: readonly CaseSpan[]): readonly CaseEvent[] {
  const events = spans.flatMap((span) => span.caseEvents).toSorted((a, b) => a.atUs - b.atUs);
  const dues = new Set<number>();
  return events.filter(({ dueUs }) => {
    if (dueUs === undefined) return true;
    if (dues.has(dueUs)) return false;
    dues.add(dueUs);
    return true;
  });
}
