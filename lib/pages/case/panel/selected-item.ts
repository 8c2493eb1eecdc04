import type { DerivedCase, Evidence } from "@/lib/domain/case/case";
import type { CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import type { CasePromise } from "@/lib/domain/case/case-promise";
import { fateResults, type HandoffFacts, type KnownFact } from "@/lib/domain/case/handoff-facts";
import type { Timeline } from "../timeline/timeline-model";

/** Item kinds with a panel, by the prefix of their ids. */
export const panelLetters = {
  handoff: "h",
  contact: "c",
  promise: "p",
  disclosure: "d",
  release: "r",
} as const;

/** The selected item by kind and position among its kind. */
export type SelectedItem = {
  readonly kind: keyof typeof panelLetters;
  readonly ordinal: number;
};

/**
 * The selected item: the requested one if it exists, else the first handoff with a loss or a repeated
 * question, the first handoff, the first contact.
 * @param requested "h0" for a handoff, "c2" for a contact, "p1" for a promise
 */
export function selectedItem(
  { handoffs, interactions }: Pick<DerivedCase, "handoffs" | "interactions">,
  handoffFacts: readonly HandoffFacts[],
  tracks: Pick<Timeline, "promises" | "disclosures" | "releases">,
  requested: string | null,
): SelectedItem | null {
  const ordinal = Number(requested?.slice(1));
  const counts = {
    handoff: handoffs.length,
    contact: interactions.length,
    promise: tracks.promises.length,
    disclosure: tracks.disclosures.length,
    release: tracks.releases.length,
  };
  const kinds = ["handoff", "contact", "promise", "disclosure", "release"] as const;
  const kind = kinds.find((each) => requested?.startsWith(panelLetters[each]) === true);
  if (kind !== undefined && ordinal < counts[kind]) return { kind, ordinal };
  const failed = handoffFacts.find(({ facts }) => facts.some(isMishap));
  if (failed !== undefined) return { kind: "handoff", ordinal: failed.handoff };
  if (handoffs.length > 0) return { kind: "handoff", ordinal: 0 };
  return interactions.length > 0 ? { kind: "contact", ordinal: 0 } : null;
}

function isMishap({ after }: KnownFact): boolean {
  return fateResults[after] === "failed";
}

/** Evidence used only by the selected item, to be numbered with the case's. */
export function selectedEvidence(
  selected: SelectedItem | null,
  { handoffFacts, promises, disclosures }: CaseKnowledge,
  tracks: Pick<Timeline, "disclosures">,
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
      const quote = disclosures[tracks.disclosures[selected.ordinal]?.place ?? -1]?.quote ?? null;
      return quote === null ? [] : [quote];
    }
    default:
      return [];
  }
}

/** The quotes of a promise: made, mentioned again, outcome. */
export function promiseEvidence({ quote, receptions, evidence }: CasePromise): Evidence[] {
  const met = receptions.flatMap((reception) =>
    reception.quote === null ? [] : [reception.quote],
  );
  return [quote, ...met, ...(evidence === null ? [] : [evidence])];
}

/** The quotes of facts that came up again, and of their outcomes. */
export function factEvidence(facts: readonly KnownFact[]): Evidence[] {
  return facts
    .filter(({ after }) => after !== "not-needed")
    .flatMap(({ given, seen }) => (seen === null ? [given] : [given, seen]));
}
