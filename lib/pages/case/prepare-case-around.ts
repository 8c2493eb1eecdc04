import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseNote, StoredDecision } from "@/lib/domain/case/decision";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import type { CaseAround, DecisionView, RelatedCaseView, OtherCaseView } from "./case-around-model";
import { aboutWords } from "./title/about-words";
import { caseHref } from "./href";
import { formatCounted, formatInstant } from "@/lib/format/format";
import { casesBefore, type SiblingCase } from "./title/same-issue";
import { channelWords, outcomeWords } from "@/lib/format/wording";

type CustomerCase = SiblingCase & Pick<CaseRow, "caseType" | "inferredIntent" | "lastContactUs">;

export type CaseAroundInput = {
  /** The customer's cases, latest first; this one may be among them. */
  readonly customerCases: readonly CustomerCase[];
  readonly customerTotal: number;
  readonly decisions: readonly StoredDecision[];
  readonly notes: readonly CaseNote[];
  readonly isWaiting: boolean;
  /** Traces with spans of the case. */
  readonly traces: number;
};

const othersMax = 6;

/** Prepares the context of a case. @param repeatCaseId the case in which the customer came back about the same issue */
export function prepareCaseAround(
  derived: DerivedCase,
  repeatCaseId: string | null,
  input: CaseAroundInput,
): CaseAround {
  const { caseId, interactions } = derived;
  const others = input.customerCases.filter((each) => each.caseId !== caseId);
  const shown = [...others]
    .map((each) => ({ each, relation: relationTo(derived, repeatCaseId, each) }))
    .sort((a, b) => Number(a.relation === "") - Number(b.relation === ""))
    .slice(0, othersMax);
  const total = Math.max(input.customerTotal - 1, others.length);
  return {
    related: relatedCases(derived, repeatCaseId, input.customerCases),
    others: shown.map(({ each, relation }) => otherView(each, relation)),
    moreOthers: total - shown.length,
    decisions: input.decisions.map((decision) => decisionView(decision, caseId)),
    notes: input.notes,
    isWaiting: input.isWaiting,
    holds: holdsWords(input.traces, derived.spanCount, derived.messages.length),
    movable:
      interactions.length < 2
        ? []
        : interactions.map(({ ordinal, channel, startUs, messageCount }) => ({
            ordinal,
            channel,
            startUs,
            messages: messageCount,
          })),
    proposedId: proposedId(caseId, new Set(input.customerCases.map((each) => each.caseId))),
  };
}

/** Related cases in time order. */
function relatedCases(
  derived: DerivedCase,
  repeatCaseId: string | null,
  siblings: readonly CustomerCase[],
): RelatedCaseView[] {
  const { mergedInto } = derived;
  const next = siblings.filter(({ caseId }) => caseId === repeatCaseId);
  const kept = siblings.find(({ caseId }) => caseId === mergedInto);
  const merged: RelatedCaseView[] =
    mergedInto === null
      ? []
      : [
          {
            caseId: mergedInto,
            is: "merged-into",
            words: kept === undefined ? "" : relatedCaseWords(kept),
            href: caseHref(mergedInto),
          },
        ];
  return [
    ...casesBefore(derived, siblings).map((each) => relatedCaseView(each, "before")),
    ...next.map((each) => relatedCaseView(each, "after")),
    ...merged,
  ];
}

function relatedCaseView(each: SiblingCase, is: RelatedCaseView["is"]): RelatedCaseView {
  return { caseId: each.caseId, is, words: relatedCaseWords(each), href: caseHref(each.caseId) };
}

function relatedCaseWords({ openedUs, outcome, closedUs, evidence }: SiblingCase): string {
  const day = openedUs === null ? [] : [formatInstant(openedUs, "dayOfYear")];
  const isProven = closedUs !== null && (evidence === "verified" || evidence === "confirmed");
  const held = isProven && outcome === "reopened" ? ["resolved with evidence, did not hold"] : [];
  const state = held.length > 0 ? held : [outcomeWords[outcome].label.toLowerCase()];
  return [...day, ...state].join(", ");
}

/** A size as text: "3 traces, 41 spans, 12 messages". */
export function holdsWords(traces: number, spans: number, messages: number): string {
  const counts = [
    formatCounted(traces, "trace"),
    formatCounted(spans, "span"),
    formatCounted(messages, "message"),
  ];
  return counts.join(", ");
}

function relationTo(
  { caseId, openedUs }: DerivedCase,
  repeatCaseId: string | null,
  other: CustomerCase,
): string {
  if (other.caseId === repeatCaseId) return "came back about the same issue";
  if (other.repeatCaseId === caseId) {
    return (other.openedUs ?? 0) > (openedUs ?? 0)
      ? "its issue came back in this case"
      : "the same issue before";
  }
  if (other.mergedInto === caseId) return "merged into this one";
  return "";
}

function otherView(each: CustomerCase, relation: string): OtherCaseView {
  const { caseId, outcome, openedUs, lastContactUs } = each;
  return {
    caseId,
    about: aboutWords(each) ?? "of unknown type",
    outcome,
    openedUs,
    lastContactUs,
    relation,
    href: caseHref(caseId),
  };
}

function decisionView(decision: StoredDecision, caseId: string): DecisionView {
  const { id, kind, fromCaseId, toCaseId, atUs, isDetached } = decision;
  const isFromHere = fromCaseId === caseId;
  const otherId = isFromHere ? toCaseId : fromCaseId;
  return {
    id,
    kind,
    sentence: decisionSentence(decision, isFromHere),
    other: otherId === null ? null : { caseId: otherId, href: caseHref(otherId) },
    atUs,
    isDetached,
  };
}

function decisionSentence({ kind, subject }: StoredDecision, isFromHere: boolean): string {
  const way = isFromHere ? "to" : "here from";
  switch (subject.kind) {
    case "case":
      return isFromHere ? "This case was merged into" : "Merged into this one:";
    case "trace":
      return `A trace was moved ${way}`;
    case "contact": {
      const contact = `The ${channelWords[subject.channel]} contact of ${formatInstant(subject.startUs, "minute")}`;
      if (kind === "split") return `${contact} was split off ${isFromHere ? "to" : "from"}`;
      return `${contact} was moved ${way}`;
    }
  }
}

function proposedId(caseId: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const proposed = `${caseId}-${String(number)}`;
    if (!taken.has(proposed)) return proposed;
  }
}
