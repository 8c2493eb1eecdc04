import { formatCount, formatCounted } from "@/lib/format/format";

/** Another case's relation to this one. */
export const relations = {
  cameBack: "came back about the same issue",
  cameBackHere: "its issue came back in this case",
  before: "the same issue before",
  merged: "merged into this one",
} as const;

/** Related cases below the title. */
export const relatedCases = {
  before: "The same issue before:",
  after: "The customer came back in:",
  "merged-into": "Merged into:",
  didNotHold: "resolved with evidence, did not hold",
} as const;

/** The card with the customer's other cases. */
export const otherCases = {
  title: (count: number) =>
    count === 0 ? "The customer’s only case" : "Other cases of this customer",
  customer: "The customer",
  all: (count: number) => `All ${formatCount(count)} on one axis`,
  more: (count: number) => `${formatCounted(count, "more case")}, all on one axis`,
  to: "to",
} as const;

/** A person's decision; the other case's id follows. */
export const decisions = {
  mergedFromHere: "This case was merged into",
  mergedHere: "Merged into this one:",
  contact: (channel: string, instant: string) => `The ${channel} contact of ${instant}`,
  traceMoved: (isFromHere: boolean) => `A trace was moved ${isFromHere ? "to" : "here from"}`,
  contactMoved: (contact: string, isFromHere: boolean) =>
    `${contact} was moved ${isFromHere ? "to" : "here from"}`,
  contactSplit: (contact: string, isFromHere: boolean) =>
    `${contact} was split off ${isFromHere ? "to" : "from"}`,
} as const;

/** What a case holds: "3 traces, 41 spans, 12 messages". */
export function caseSize(traces: number, spans: number, messages: number): string {
  const counts = [
    formatCounted(traces, "trace"),
    formatCounted(spans, "span"),
    formatCounted(messages, "message"),
  ];
  return counts.join(", ");
}
