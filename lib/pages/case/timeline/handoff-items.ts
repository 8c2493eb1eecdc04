import type { DerivedCase, Handoff } from "@/lib/domain/case/case";
import {
  countFacts,
  type FactFate,
  type HandoffFacts,
  type KnownFact,
} from "@/lib/domain/case/handoff-facts";
import { formatCounted } from "@/lib/format/format";
import type { HandoffGap, TimelineHandoff } from "./timeline-model";

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

const fateWords: Readonly<Partial<Record<FactFate, string>>> = {
  "asked-again": "asked again",
  contradicted: "contradicted",
  lost: "lost",
};

const nothingFound: HandoffGap = {
  tone: "none",
  chip: "nothing found",
  words: "nothing seen carried over or asked again",
  isLossy: false,
};
const anotherAccount: HandoffGap = {
  tone: "none",
  chip: "another account",
  words: "the contact before was about another account",
  isLossy: false,
};

const verifiedAgain: HandoffGap = {
  tone: "none",
  chip: "asked to verify",
  words: "the customer was asked to verify again",
  isLossy: false,
};

function unrepeatedGap(facts: readonly KnownFact[]): HandoffGap {
  return facts.some(({ after }) => after === "verified-again") ? verifiedAgain : nothingFound;
}

function gapAt(known: HandoffFacts | undefined): HandoffGap {
  return known?.isOfAnotherAccount === true ? anotherAccount : gapOf(known?.facts ?? []);
}

/** A handoff's verdict by the fates of the facts known before it: what was repeated outranks what was kept. */
export function gapOf(facts: readonly KnownFact[]): HandoffGap {
  const { mattered: needed, carried: kept, saidAgain } = countFacts(facts);
  const again = saidAgain.length;
  const unasked = again === 0 ? [] : [`${formatCounted(again, "fact")} said again`];
  const [only] = needed;
  if (only === undefined) {
    return again === 0
      ? unrepeatedGap(facts)
      : { tone: "warn", chip: "said again", words: unasked.join(""), isLossy: false };
  }
  const of = (fate: FactFate) => needed.filter((fact) => fact.after === fate);
  const bad = (["asked-again", "contradicted", "lost"] as const).filter((fate) => of(fate).length);
  const words = bad.map((fate) => `${of(fate).length} ${fateWords[fate] ?? fate}`);
  const isPromiseLost = needed.some((fact) => fact.kind === "commitment" && isGone(fact.after));
  return {
    tone: bad.length > 0 ? "fail" : again > 0 ? "warn" : "pass",
    chip: chipOf(needed, kept, again),
    words: [
      `${kept} of ${formatCounted(needed.length, "fact")} carried`,
      ...words,
      ...(isPromiseLost ? ["a promise was lost"] : []),
      ...unasked,
    ].join(", "),
    isLossy: bad.length > 0,
  };
}

function chipOf(needed: readonly KnownFact[], kept: number, again: number): string {
  if (again > 0 && kept === needed.length) return "said again";
  const [only] = needed;
  return needed.length === 1 && only !== undefined
    ? (fateWords[only.after] ?? "kept")
    : `${kept} of ${needed.length}`;
}

function isGone(fate: FactFate): boolean {
  return fate === "lost" || fate === "contradicted";
}
