import type { DerivedCase } from "@/lib/domain/case/case";
import type { CaseNote, StoredDecision } from "@/lib/domain/case/decision";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import type { CaseAround, DecisionView, RelatedCaseView, OtherCaseView } from "./case-around-model";
import { caseTopicOrUnknown } from "./title/case-topic";
import { caseHref } from "./href";
import { formatInstant } from "@/lib/format/format";
import { casesBefore, type SiblingCase } from "./title/same-issue";
import { channelWords, outcomeWords } from "@/lib/format/wording";
import { decisions, relatedCases as related, relations, caseSize } from "./words/around";

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
    holds: caseSize(input.traces, derived.spanCount, derived.messages.length),
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
  const held = isProven && outcome === "reopened" ? [related.didNotHold] : [];
  const state = held.length > 0 ? held : [outcomeWords[outcome].label.toLowerCase()];
  return [...day, ...state].join(", ");
}

function relationTo(
  { caseId, openedUs }: DerivedCase,
  repeatCaseId: string | null,
  other: CustomerCase,
): string {
  if (other.caseId === repeatCaseId) return relations.cameBack;
  if (other.repeatCaseId === caseId) {
    return (other.openedUs ?? 0) > (openedUs ?? 0) ? relations.cameBackHere : relations.before;
  }
  if (other.mergedInto === caseId) return relations.merged;
  return "";
}

function otherView(each: CustomerCase, relation: string): OtherCaseView {
  const { caseId, outcome, openedUs, lastContactUs } = each;
  return {
    caseId,
    about: caseTopicOrUnknown(each),
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
  switch (subject.kind) {
    case "case":
      return isFromHere ? decisions.mergedFromHere : decisions.mergedHere;
    case "trace":
      return decisions.traceMoved(isFromHere);
    case "contact": {
      const day = formatInstant(subject.startUs, "minute");
      const contact = decisions.contact(channelWords[subject.channel], day);
      return decisions[kind === "split" ? "contactSplit" : "contactMoved"](contact, isFromHere);
    }
  }
}

function proposedId(caseId: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const proposed = `${caseId}-${String(number)}`;
    if (!taken.has(proposed)) return proposed;
  }
}
