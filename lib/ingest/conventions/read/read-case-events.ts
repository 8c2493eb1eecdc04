import type { DataFinding } from "@/lib/domain/trace/finding";
import { caseEventNames, type CaseEvent, type CaseEventName } from "@/lib/domain/trace/reading";
import type { AttributeValue, Attributes, SourceSpan } from "@/lib/domain/trace/span";
import { parseInstant } from "../../formats/case-instant";
import { scalarText } from "../json";

/** What happened to a case, as one span tells it, and what it says that cannot be used. */
type SaidOfCase = {
  readonly caseEvents: readonly CaseEvent[];
  readonly findings: readonly DataFinding[];
};

const dueKeys = ["sla.due", "sla.due_at", "sla.deadline", "case.sla.due", "case.sla_due"] as const;

/**
 * Reads what happened to the case: `case.event` on the span (at its start) or on its events (at their
 * time), and by when it is due (`sla.due`), which exporters write on any span. A due date of the year
 * 9999 says that there is none.
 */
export function readCaseEvents(span: SourceSpan): SaidOfCase {
  const found: CaseEvent[] = [];
  const isRead = [
    addEvent(found, span.attributes, span.startUs),
    ...span.events.map(({ attributes, atUs }) => addEvent(found, attributes, atUs)),
  ];
  return { caseEvents: found, findings: isRead.includes(false) ? [dueOutside] : [] };
}

const dueOutside: DataFinding = {
  code: "time-implausible",
  detail: "The due date is not from 1970 to 2199; it is left out.",
};

/** @returns false where the due date is no instant */
function addEvent(found: CaseEvent[], attributes: Attributes, atUs: number): boolean {
  const dueUs = readDue(attributes);
  addNamedEvent(found, attributes, atUs, typeof dueUs === "number" ? dueUs : null);
  return dueUs !== "outside";
}

function addNamedEvent(
  found: CaseEvent[],
  attributes: Attributes,
  atUs: number,
  dueUs: number | null,
): void {
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

/** The first of its names under which a time stands. */
function readDue(attributes: Attributes): ReturnType<typeof parseInstant> {
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
