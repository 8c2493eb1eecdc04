import type { DerivedCase, Handoff } from "@/lib/domain/case/case";
import {
  countFacts,
  failedFates,
  type FactFate,
  type HandoffFacts,
  type KnownFact,
} from "@/lib/domain/case/handoff-facts";
import type { HandoffGap, TimelineHandoff } from "./timeline-model";
import { fateLabels, gaps } from "../words/handoffs";

/** A case's handoffs with the facts each kept. */
export function handoffItems(
  derived: DerivedCase,
  handoffFacts: readonly HandoffFacts[],
): readonly TimelineHandoff[] {
  const facts = new Map(handoffFacts.map((each) => [each.handoff, each]));
  return derived.handoffs.map((handoff) => ({
    id: `h${handoff.ordinal}`,
    ordinal: handoff.ordinal,
    from: handoff.fromInteraction,
    to: handoff.toInteraction,
    atUs: instantOf(handoff, derived),
    gap: gapAt(facts.get(handoff.ordinal)),
  }));
}

function instantOf(handoff: Handoff, { interactions, messages }: DerivedCase): number {
  const arrivalUs = interactions[handoff.toInteraction]?.startUs ?? 0;
  if (handoff.fromInteraction !== handoff.toInteraction) return arrivalUs;
  return messages[handoff.atMessage]?.atUs ?? arrivalUs;
}

const mishaps = failedFates.toReversed();

function unrepeatedGap(facts: readonly KnownFact[]): HandoffGap {
  const isVerified = facts.some(({ after }) => after === "verified-again");
  return neutralGap(isVerified ? gaps.verifiedAgain : gaps.nothingFound);
}

function gapAt(known: HandoffFacts | undefined): HandoffGap {
  return known?.isOfAnotherAccount === true
    ? neutralGap(gaps.anotherAccount)
    : gapOf(known?.facts ?? []);
}

function neutralGap(words: Pick<HandoffGap, "chip" | "words">): HandoffGap {
  return { tone: "none", ...words, isLossy: false };
}

/** A handoff's verdict by the fates of the facts known before it: what was repeated outranks what was kept. */
export function gapOf(facts: readonly KnownFact[]): HandoffGap {
  const { mattered: needed, carried: kept, saidAgain } = countFacts(facts);
  const again = saidAgain.length;
  const unasked = again === 0 ? [] : [gaps.factsSaidAgain(again)];
  const [only] = needed;
  if (only === undefined) {
    return again === 0
      ? unrepeatedGap(facts)
      : { tone: "warn", chip: gaps.saidAgain, words: unasked.join(""), isLossy: false };
  }
  const of = (fate: FactFate) => needed.filter((fact) => fact.after === fate);
  const bad = mishaps.filter((fate) => of(fate).length);
  const words = bad.map((fate) => `${of(fate).length} ${fateLabels[fate]}`);
  const isPromiseLost = needed.some((fact) => fact.kind === "commitment" && isGone(fact.after));
  return {
    tone: bad.length > 0 ? "fail" : again > 0 ? "warn" : "pass",
    chip: chipOf(needed, kept, again),
    words: [
      gaps.carried(kept, needed.length),
      ...words,
      ...(isPromiseLost ? [gaps.promiseLost] : []),
      ...unasked,
    ].join(", "),
    isLossy: bad.length > 0,
  };
}

function chipOf(needed: readonly KnownFact[], kept: number, again: number): string {
  if (again > 0 && kept === needed.length) return gaps.saidAgain;
  const [only] = needed;
  if (needed.length !== 1 || only === undefined) return gaps.share(kept, needed.length);
  const mishap = mishaps.find((fate) => fate === only.after);
  return mishap === undefined ? gaps.kept : fateLabels[mishap];
}

function isGone(fate: FactFate): boolean {
  return fate === "lost" || fate === "contradicted";
}
