import type { DerivedCase, Evidence, Handoff } from "@/lib/domain/case/case";
import type { CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import type { CasePromise, PromiseReception } from "@/lib/domain/case/case-promise";
import type { FactFate, KnownFact } from "@/lib/domain/case/handoff-facts";
import { groupBy } from "@/lib/format/group-by";
import type { VerdictView } from "@/lib/format/scores/verdict-view";
import type { NumberedQuotations } from "@/lib/format/number-quotations";
import type { Quotation } from "@/lib/format/scores/score-view";
import { fateWords } from "./facts-sentence";
import type { TimelinePromise } from "./timeline/timeline-model";
import { receptionLabels } from "./words/handoffs";

/** A fact or a promise that reached a handoff. */
export type HandoffLine = {
  readonly kind: "fact" | "promise";
  readonly what: string;
  /** Its outcome at this handoff. */
  readonly fate: VerdictView;
  /** A promise's state at `asOf`; null: a fact. */
  readonly state: VerdictView | null;
  readonly given: Quotation | null;
  readonly seen: Quotation | null;
};

/** A handoff's lines in the list of events. */
export type HandoffStory = {
  readonly lines: readonly HandoffLine[];
  /** Number of lines shown only in its detail panel. */
  readonly more: number;
};

type ChosenLine = Omit<HandoffLine, "given" | "seen"> & {
  readonly rank: number;
  readonly evidence: { readonly given: Evidence; readonly seen: Evidence | null };
};

/** A chosen line before its quotes are numbered. */
export type ChosenStory = Omit<HandoffStory, "lines"> & { readonly lines: readonly ChosenLine[] };

const linesMax = 6;
/** In a case with more handoffs only failures are listed. */
const handoffsMax = 24;

const fateRank: Readonly<Record<FactFate, number>> = {
  lost: 0,
  contradicted: 1,
  "asked-again": 2,
  "said-again": 3,
  carried: 4,
  "verified-again": 5,
  "not-needed": 6,
};
const mishapsBelow = 3;

const receptionViews: Readonly<
  Record<PromiseReception["reception"], { readonly fate: VerdictView; readonly rank: number }>
> = {
  denied: { fate: { tone: "fail", label: receptionLabels.denied }, rank: 0 },
  ignored: { fate: { tone: "fail", label: receptionLabels.ignored }, rank: 2 },
  known: { fate: { tone: "pass", label: receptionLabels.known }, rank: 4 },
  "not-mentioned": { fate: { tone: "none", label: receptionLabels["not-mentioned"] }, rank: 5 },
};

/**
 * Chooses each handoff's lines: facts that came up again and promises that were met, worst first.
 * @returns one entry per handoff, in order
 */
export function chooseHandoffLines(
  { handoffs }: Pick<DerivedCase, "handoffs">,
  { handoffFacts, promises }: Pick<CaseKnowledge, "handoffFacts" | "promises">,
  drawn: readonly TimelinePromise[],
): readonly ChosenStory[] {
  const factsAt = new Map(handoffFacts.map(({ handoff, facts }) => [handoff, facts]));
  const metIn = groupBy(promises.flatMap(metPromises(drawn)), ({ met }) => met.interaction);
  return handoffs.map((handoff) => {
    const facts = factsAt.get(handoff.ordinal) ?? [];
    const met = (metIn.get(handoff.toInteraction) ?? []).flatMap((each) =>
      promiseLine(each, handoff),
    );
    const isPromised = ({ kind, given }: KnownFact) =>
      kind === "commitment" && met.some(({ evidence }) => overlaps(evidence.given, given));
    const needed = facts.filter((fact) => fact.after !== "not-needed" && !isPromised(fact));
    const all = [...needed.map(factLine), ...met].toSorted((a, b) => a.rank - b.rank);
    const isLong = handoffs.length > handoffsMax;
    const lines = all.filter(({ rank }) => !isLong || rank < mishapsBelow).slice(0, linesMax);
    return {
      lines,
      more: all.length - lines.length,
    };
  });
}

/** The evidence of the lines, to be numbered with the case's. */
export function storyEvidence(chosen: readonly ChosenStory[]): readonly Evidence[] {
  return chosen.flatMap(({ lines }) =>
    lines.flatMap(({ evidence: { given, seen } }) => (seen === null ? [given] : [given, seen])),
  );
}

/** Prepares a handoff's chosen lines. */
export function handoffStory(
  { lines, more }: ChosenStory,
  quotations: NumberedQuotations,
): HandoffStory {
  const quote = (evidence: Evidence | null) =>
    evidence === null ? null : (quotations.of([evidence])[0] ?? null);
  return {
    more,
    lines: lines.map(({ kind, what, fate, state, evidence: { given, seen } }) => ({
      kind,
      what,
      fate,
      state,
      given: quote(given),
      seen: quote(seen),
    })),
  };
}

function factLine({ what, given, seen, after }: KnownFact): ChosenLine {
  const rank = fateRank[after];
  const evidence = { given, seen };
  return { kind: "fact", what, fate: fateWords[after], state: null, rank, evidence };
}

type MetPromise = {
  readonly promise: CasePromise;
  readonly drawn: TimelinePromise;
  readonly met: PromiseReception;
};

/** A promise with the contacts that received it. */
function metPromises(
  drawn: readonly TimelinePromise[],
): (promise: CasePromise, index: number) => readonly MetPromise[] {
  return (promise, index) => {
    const own = drawn[index];
    return own === undefined ? [] : promise.receptions.map((met) => ({ promise, drawn: own, met }));
  };
}

/** The reception of an earlier promise by the contact after a handoff; not at handoffs within a contact. */
function promiseLine(
  { promise, drawn, met }: MetPromise,
  { fromInteraction, toInteraction, atMessage }: Handoff,
): readonly ChosenLine[] {
  const isBefore = promise.quote.message < atMessage && fromInteraction !== toInteraction;
  if (!isBefore) return [];
  return [
    {
      kind: "promise",
      what: drawn.what,
      ...receptionViews[met.reception],
      state: { tone: drawn.tone, label: drawn.stateWords },
      evidence: { given: promise.quote, seen: met.quote },
    },
  ];
}

function overlaps(one: Evidence, other: KnownFact["given"]): boolean {
  if (!("message" in one) || one.message !== other.message) return false;
  return one.start < other.end && other.start < one.end;
}
