import type { DerivedCase, Score } from "@/lib/domain/case";
import { evaluatorEntry, readScore } from "@/lib/domain/evaluator-catalogue";
import type { HandoffVerdict } from "./case-facets";

/** What each evaluator of handoffs can tell. Where nobody was asked again, nothing need have been kept. */
const tells: Readonly<Record<string, readonly HandoffVerdict[]>> = {
  repeat_information: ["asked-again"],
  context_retention: ["asked-again", "kept"],
};

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
    const entry = evaluatorEntry(evaluator);
    const told = Object.hasOwn(tells, evaluator) ? (tells[evaluator] ?? []) : [];
    if (entry === null || target.kind !== "handoff" || verdict.status !== "scored") continue;
    const isGood = readScore(entry, verdict.value).band === "good";
    const said = isGood ? "kept" : "asked-again";
    const isNews = told.includes(said) && verdicts.get(target.ordinal) !== "asked-again";
    if (isNews) verdicts.set(target.ordinal, said);
  }
  return verdicts;
}
