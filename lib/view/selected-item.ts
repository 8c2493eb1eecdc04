import type { DerivedCase, Evidence } from "@/lib/domain/case";
import type { HandoffFacts, KnownFact } from "@/lib/domain/handoff-facts";

/** What is selected: a boundary or a contact, by its position in the case. */
export type SelectedItem = { readonly kind: "handoff" | "contact"; readonly ordinal: number };

/**
 * What the page shows close up: what was asked for, where there is such a thing; else the first handoff
 * at which something got lost or was asked again, the first handoff, the first contact.
 * @param asked "h0" for a handoff, "c2" for a contact
 */
export function selectedItem(
  { handoffs, interactions }: Pick<DerivedCase, "handoffs" | "interactions">,
  handoffFacts: readonly HandoffFacts[],
  asked: string | null,
): SelectedItem | null {
  const ordinal = Number(asked?.slice(1));
  if (asked?.startsWith("h") === true && ordinal < handoffs.length) {
    return { kind: "handoff", ordinal };
  }
  if (asked?.startsWith("c") === true && ordinal < interactions.length) {
    return { kind: "contact", ordinal };
  }
  const failed = handoffFacts.find(({ facts }) => facts.some(isMishap));
  if (failed !== undefined) return { kind: "handoff", ordinal: failed.handoff };
  if (handoffs.length > 0) return { kind: "handoff", ordinal: 0 };
  return interactions.length > 0 ? { kind: "contact", ordinal: 0 } : null;
}

function isMishap({ after }: KnownFact): boolean {
  return after === "lost" || after === "contradicted" || after === "asked-again";
}

/** Evidence that only the selected handoff's facts point at: it is numbered with the case's. */
export function selectedEvidence(
  selected: SelectedItem | null,
  handoffFacts: readonly HandoffFacts[],
): Evidence[] {
  if (selected?.kind !== "handoff") return [];
  return factEvidence(
    handoffFacts.find(({ handoff }) => handoff === selected.ordinal)?.facts ?? [],
  );
}

/** Where facts were said and where what became of them shows. */
export function factEvidence(facts: readonly KnownFact[]): Evidence[] {
  return facts.flatMap(({ given, seen }) => (seen === null ? [given] : [given, seen]));
}
