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

/** Adds to disclosures given outside the words the position of the contact whose span reports them. */
export function placeDisclosures(
  events: readonly CaseEvent[],
  contacts: readonly { readonly spans: readonly CaseSpan[] }[],
): readonly CaseEvent[] {
  if (!events.some(({ name }) => name === "disclosed")) return events;
  const places = new Map<CaseEvent, number>();
  for (const [interaction, { spans }] of contacts.entries()) {
    for (const event of spans.flatMap(({ caseEvents }) => caseEvents)) {
      places.set(event, interaction);
    }
  }
  return events.map((event) => {
    const interaction = event.name === "disclosed" ? places.get(event) : undefined;
    return interaction === undefined ? event : { ...event, interaction };
  });
}
