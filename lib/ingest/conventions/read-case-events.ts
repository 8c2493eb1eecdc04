import { caseEventNames, type CaseEvent, type CaseEventName } from "@/lib/domain/reading";
import type { AttributeValue, Attributes, SourceSpan } from "@/lib/domain/span";
import { parseInstant } from "../formats/case-instant";
import { scalarText } from "./json";

const dueKeys = ["sla.due", "sla.due_at", "sla.deadline", "case.sla.due", "case.sla_due"] as const;

/**
 * Reads what happened to the case: `case.event` on the span (at its start) or on its events (at their
 * time), and by when it is due (`sla.due`), which exporters write on any span.
 */
export function readCaseEvents(span: SourceSpan): readonly CaseEvent[] {
  const found: CaseEvent[] = [];
  addEvent(found, span.attributes, span.startUs);
  for (const event of span.events) addEvent(found, event.attributes, event.atUs);
  return found;
}

function addEvent(found: CaseEvent[], attributes: Attributes, atUs: number): void {
  const dueUs = readDue(attributes);
  if (dueUs !== null) found.push({ name: "sla_due", atUs, dueUs });
  const said = scalarText(attributes.get("case.event"));
  if (said === null) return;
  const name = eventName(said);
  if (name === null || name === "sla_due") return;
  const method = scalarText(attributes.get("case.closure.method"));
  const evidence = scalarText(attributes.get("case.closure.evidence"));
  const csat = asScore(attributes.get("csat.score"));
  const reason = scalarText(attributes.get("sla.pause_reason"));
  found.push({
    name,
    atUs,
    ...(method === null ? {} : { closureMethod: method }),
    ...(evidence === null ? {} : { closureEvidence: evidence }),
    ...(csat === null ? {} : { csat }),
    ...(reason === null ? {} : { reason }),
  });
}

function readDue(attributes: Attributes): number | null {
  for (const key of dueKeys) {
    const text = scalarText(attributes.get(key));
    const dueUs = text === null ? null : parseInstant(text.trim());
    if (dueUs !== null) return dueUs;
  }
  return null;
}

function eventName(said: string): CaseEventName | null {
  const word = said.toLowerCase().replace(/[\s-]+/g, "_");
  return caseEventNames.find((name) => name === word) ?? null;
}

function asScore(value: AttributeValue | undefined): number | null {
  const text = scalarText(value);
  const score = text === null ? Number.NaN : Number(text);
  return Number.isFinite(score) ? score : null;
}
