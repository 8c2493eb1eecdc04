import type { DataFinding } from "@/lib/domain/trace/finding";
import { caseEventNames, type CaseEvent, type CaseEventName } from "@/lib/domain/trace/reading";
import type { AttributeValue, Attributes, SourceSpan } from "@/lib/domain/trace/span";
import { parseInstant } from "../../formats/case-instant";
import { parseRating } from "../../parse-rating";
import { scalarText } from "../json";

/** Case events of one span, and findings for unusable values. */
type SaidOfCase = {
  readonly caseEvents: readonly CaseEvent[];
  readonly findings: readonly DataFinding[];
};

const dueKeys = ["sla.due", "sla.due_at", "sla.deadline", "case.sla.due", "case.sla_due"] as const;

/**
 * Reads case events: `case.event` on the span (at its start) or on its events (at their time), the due date
 * (`sla.due`), which exporters write on any span, and disclosures given outside the words (`disclosure.given`). A due
 * date in the year 9999 means none.
 */
export function readCaseEvents(span: SourceSpan): SaidOfCase {
  const found: CaseEvent[] = [];
  const isRead = [
    addEvent(found, span.attributes, span.startUs),
    ...span.events.map(({ attributes, atUs }) => addEvent(found, attributes, atUs)),
  ];
  const isUnrated = found.some(({ name, csat }) => name === "csat" && csat === undefined);
  return {
    caseEvents: found,
    findings: [...(isRead.includes(false) ? [dueOutside] : []), ...(isUnrated ? [unrated] : [])],
  };
}

const unrated: DataFinding = {
  code: "unreadable-metadata",
  detail: "A csat event has no rating that we know: set csat.score to a number from 1 to 5.",
};

const dueOutside: DataFinding = {
  code: "time-implausible",
  detail: "The due date is not from 1970 to 2199; it is left out.",
};

/** @returns false if the due date is not an instant */
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
  addDisclosures(found, attributes, atUs);
  const said = scalarText(attributes.get("case.event")) ?? impliedEvent(attributes);
  if (said === null) return;
  const name = eventName(said);
  if (name === null || name === "sla_due" || name === "disclosed") return;
  const method = scalarText(attributes.get("case.closure.method"));
  const evidence = scalarText(attributes.get("case.closure.evidence"));
  const csat = name === "csat" ? readRating(attributes) : asScore(attributes.get("csat.score"));
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

/** One event for each thing that is given: "call-is-recorded, gdpr-art13-notice". */
function addDisclosures(found: CaseEvent[], attributes: Attributes, atUs: number): void {
  const given = scalarText(attributes.get("disclosure.given"));
  if (given === null) return;
  const medium = scalarText(attributes.get("disclosure.medium"));
  const text = scalarText(attributes.get("disclosure.text"));
  for (const each of given.split(",", givenMax)) {
    const gives = each.trim();
    if (gives === "") continue;
    found.push({
      ...{ name: "disclosed", atUs, gives },
      ...(medium === null ? {} : { medium }),
      ...(text === null ? {} : { text }),
    });
  }
}

const givenMax = 20;

/** The first key with a time. */
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

/** A rating says itself what it is. */
function impliedEvent(attributes: Attributes): string | null {
  return asScore(attributes.get("csat.score")) === null ? null : "csat";
}

/** Where senders of a csat event have its rating, ours first. */
const ratingKeys = [
  ...["csat", "csat_score", "csat.rating", "csat_rating", "csat.value", "csat.csat_score"],
  ...["rating", "score", "value", "rating.score", "rating.value", "satisfaction"],
  ...[
    "satisfaction.score",
    "satisfaction_score",
    "satisfaction_rating",
    "satisfaction_rating.score",
  ],
  ...["survey.score", "survey_score", "survey.rating", "survey_rating", "customer_satisfaction"],
] as const;

function readRating(attributes: Attributes): number | null {
  const own = asScore(attributes.get("csat.score"));
  if (own !== null) return own;
  for (const key of ratingKeys) {
    const rating = parseRating(scalarText(attributes.get(key)) ?? "");
    if (typeof rating === "number") return rating;
  }
  return null;
}

function asScore(value: AttributeValue | undefined): number | null {
  const text = scalarText(value);
  const score = text === null ? Number.NaN : Number(text);
  return Number.isFinite(score) ? score : null;
}
