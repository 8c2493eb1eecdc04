import type { DerivedCase, Evidence } from "@/lib/domain/case/case";
import type { CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import type { CasePromise } from "@/lib/domain/case/case-promise";
import type { HandoffFacts, KnownFact } from "@/lib/domain/case/handoff-facts";
import type { Timeline } from "../timeline/timeline-model";

/** Kinds of things that have a panel, with the letter that their ids begin with. */
export const panelLetters = {
  handoff: "h",
  contact: "c",
  promise: "p",
  disclosure: "d",
  release: "r",
} as const;

/** What is selected, by its kind and its position among its kind. */
export type SelectedItem = {
  readonly kind: keyof typeof panelLetters;
  readonly ordinal: number;
};

/**
 * What the page shows close up: what was asked for, where there is such a thing; else the first handoff
 * at which something got lost or was asked again, the first handoff, the first contact.
 * @param asked "h0" for a handoff, "c2" for a contact, "p1" for a promise
 */
export function selectedItem(
  { handoffs, interactions }: Pick<DerivedCase, "handoffs" | "interactions">,
  handoffFacts: readonly HandoffFacts[],
  rails: Pick<Timeline, "promises" | "disclosures" | "releases">,
  asked: string | null,
): SelectedItem | null {
  const ordinal = Number(asked?.slice(1));
  const counts = {
    handoff: handoffs.length,
    contact: interactions.length,
    promise: rails.promises.length,
    disclosure: rails.disclosures.length,
    release: rails.releases.length,
  };
  const kinds = ["handoff", "contact", "promise", "disclosure", "release"] as const;
  const kind = kinds.find((each) => asked?.startsWith(panelLetters[each]) === true);
  if (kind !== undefined && ordinal < counts[kind]) return { kind, ordinal };
  const failed = handoffFacts.find(({ facts }) => facts.some(isMishap));
  if (failed !== undefined) return { kind: "handoff", ordinal: failed.handoff };
  if (handoffs.length > 0) return { kind: "handoff", ordinal: 0 };
  return interactions.length > 0 ? { kind: "contact", ordinal: 0 } : null;
}

function isMishap({ after }: KnownFact): boolean {
  return after === "lost" || after === "contradicted" || after === "asked-again";
}

/** Evidence that only the selected item points at: it is numbered with the case's. */
export function selectedEvidence(
  selected: SelectedItem | null,
  { handoffFacts, promises, disclosures }: CaseKnowledge,
  rails: Pick<Timeline, "disclosures">,
): Evidence[] {
  switch (selected?.kind) {
    case "handoff":
      return factEvidence(
        handoffFacts.find(({ handoff }) => handoff === selected.ordinal)?.facts ?? [],
      );
    case "promise": {
      const promise = promises[selected.ordinal];
      return promise === undefined ? [] : promiseEvidence(promise);
    }
    case "disclosure": {
      const quote = disclosures[rails.disclosures[selected.ordinal]?.place ?? -1]?.quote ?? null;
      return quote === null ? [] : [quote];
    }
    default:
      return [];
  }
}

/** Where a promise was made, where it was met again, and what shows how it ended. */
export function promiseEvidence({ quote, receptions, evidence }: CasePromise): Evidence[] {
  const met = receptions.flatMap((reception) =>
    reception.quote === null ? [] : [reception.quote],
  );
  return [quote, ...met, ...(evidence === null ? [] : [evidence])];
}

/** Where facts were said and where what became of them shows. */
export function factEvidence(facts: readonly KnownFact[]): Evidence[] {
  return facts.flatMap(({ given, seen }) => (seen === null ? [given] : [given, seen]));
}
