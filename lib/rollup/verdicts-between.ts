import type { DerivedCase, Score } from "@/lib/domain/case";
import { evaluatorEntry, readScore } from "@/lib/domain/evaluator-catalogue";
import type { HandoffVerdict } from "./case-facets";

/** Evaluators of handoffs that tell whether the customer had to say something again. */
const tellers = ["repeat_information", "context_retention"];

/** One verdict between each two touchpoints of a case, in order. */
export function verdictsBetween(
  derived: Pick<DerivedCase, "interactions" | "handoffs" | "scores">,
): readonly HandoffVerdict[] {
  const verdicts = verdictsOfHandoffs(derived.scores);
  const arrivals = new Map(
    derived.handoffs
      .filter(({ fromInteraction, toInteraction }) => fromInteraction !== toInteraction)
      .map(({ toInteraction, ordinal }) => [toInteraction, ordinal] as const),
  );
  return derived.interactions
    .filter((interaction) => interaction.isTouchpoint)
    .slice(1)
    .map(({ ordinal }) => verdicts.get(arrivals.get(ordinal) ?? -1) ?? "unknown");
}

/** What a case's scores say of its handoffs, by their place in the case; one without is unknown. */
export function verdictsOfHandoffs(scores: readonly Score[]): ReadonlyMap<number, HandoffVerdict> {
  const verdicts = new Map<number, HandoffVerdict>();
  for (const { evaluator, target, verdict } of scores) {
    const entry = tellers.includes(evaluator) ? evaluatorEntry(evaluator) : null;
    if (entry === null || target.kind !== "handoff" || verdict.status !== "scored") continue;
    const { band } = readScore(entry, verdict.value);
    if (band === "bad") verdicts.set(target.ordinal, "asked-again");
    else if (band === "good" && !verdicts.has(target.ordinal)) verdicts.set(target.ordinal, "kept");
  }
  return verdicts;
}
