import type { CaseInput, CaseSpan, DerivedCase } from "@/lib/domain/case/case";
import type { DataFinding } from "@/lib/domain/trace/finding";
import { risks, type Belonging, type Risk } from "@/lib/domain/trace/identity";
import { readCaseEvents } from "./read-case-events";
import { distinct } from "./distinct";
import { mergeRecords } from "./merge-records";

export type CaseFacts = Pick<
  DerivedCase,
  | "customerId"
  | "caseType"
  | "intent"
  | "risk"
  | "region"
  | "teams"
  | "csat"
  | "mergedInto"
  | "spanCount"
  | "releases"
  | "caseEvents"
  | "findings"
>;

/** Reads the case's facts from its sorted spans and CRM records; the CRM takes precedence. */
export function readCaseFacts(input: CaseInput, spans: readonly CaseSpan[]): CaseFacts {
  const record = mergeRecords(input.records);
  const customers = countValues(spans, "customerId");
  return {
    customerId: mostSaid(customers) ?? record.customerId,
    caseType: record.caseType ?? mostSaid(countValues(spans, "caseType")),
    intent: spans.find((span) => span.belonging.intent !== null)?.belonging.intent ?? null,
    risk: record.risk ?? highestRisk(spans),
    region: record.region ?? mostSaid(countValues(spans, "region")),
    teams: distinct(spans.map((span) => span.belonging.team)),
    csat: record.csat ?? lastCsat(spans),
    mergedInto: input.mergedInto,
    spanCount: spans.length + input.silentSpanCount,
    releases: distinct(spans.map((span) => span.belonging.release)),
    caseEvents: readCaseEvents(spans),
    findings: findConflicts(customers),
  };
}

function countValues(
  spans: readonly CaseSpan[],
  field: keyof Pick<Belonging, "customerId" | "caseType" | "region">,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const span of spans) {
    const value = span.belonging[field];
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** The most frequent value, on a tie the first; not compared as text, since a value may be a pseudonym. */
function mostSaid(counts: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let bestCount = 0;
  for (const [value, count] of counts) {
    if (count > bestCount) {
      best = value;
      bestCount = count;
    }
  }
  return best;
}

function highestRisk(spans: readonly CaseSpan[]): Risk | null {
  const said = new Set(spans.map((span) => span.belonging.risk));
  return risks.findLast((risk) => said.has(risk)) ?? null;
}

function lastCsat(spans: readonly CaseSpan[]): number | null {
  const rated = spans
    .flatMap((span) => span.caseEvents)
    .flatMap((event) => (event.csat === undefined ? [] : [{ atUs: event.atUs, csat: event.csat }]))
    .toSorted((a, b) => b.atUs - a.atUs || a.csat - b.csat);
  return rated[0]?.csat ?? null;
}

function findConflicts(customers: ReadonlyMap<string, number>): readonly DataFinding[] {
  if (customers.size < 2) return [];
  const detail = `${customers.size} customers are named in this case; the one named most often stands.`;
  return [{ code: "several-customers-in-case", detail }];
}
