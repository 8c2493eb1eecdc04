import type { DerivedCase, Score, Verdict } from "@/lib/domain/case/case";
import { evaluatorEntry, readScore } from "@/lib/domain/quality/evaluator-catalogue";
import type { HandoffVerdict, SwitchVerdict } from "../facets/case-facets";

/** What was repeated or lost between each two touchpoints of a case, in order. */
export function verdictsBetween(
  derived: Pick<DerivedCase, "interactions" | "handoffs" | "scores">,
): readonly SwitchVerdict[] {
  const verdicts = verdictsOfHandoffs(derived.scores);
  const contexts = contextsOfHandoffs(derived.scores);
  const arrivals = new Map(
    derived.handoffs
      .filter(({ fromInteraction, toInteraction }) => fromInteraction !== toInteraction)
      .map(({ toInteraction, ordinal }) => [toInteraction, ordinal] as const),
  );
  return derived.interactions
    .filter((interaction) => interaction.isTouchpoint)
    .slice(1)
    .map(({ ordinal }) => {
      const handoff = arrivals.get(ordinal) ?? -1;
      const verdict = verdicts.get(handoff) ?? "unknown";
      return verdict === "kept" && (contexts.get(handoff) ?? 1) < 1 ? "lost" : verdict;
    });
}

/** What the customer had to repeat at a case's handoffs, by ordinal; one without a score is absent. */
export function verdictsOfHandoffs(scores: readonly Score[]): ReadonlyMap<number, HandoffVerdict> {
  const entry = evaluatorEntry("repeat_information");
  const scored = [...scoredHandoffs("repeat_information", scores)];
  return new Map(
    scored.map(([ordinal, { value }]) => {
      const band = entry === null ? "good" : readScore(entry, value).band;
      return [ordinal, verdictOfBand[band]];
    }),
  );
}

const verdictOfBand = { good: "kept", middling: "said-again", bad: "asked-again" } as const;

/** Context retention of a case's handoffs, 0 to 1, by ordinal; one without a score is absent. */
export function contextsOfHandoffs(scores: readonly Score[]): ReadonlyMap<number, number> {
  const scored = [...scoredHandoffs("context_retention", scores)];
  return new Map(scored.map(([ordinal, { value }]) => [ordinal, value]));
}

/** One of our evaluators' scores of handoffs, by ordinal. */
export function scoredHandoffs(
  evaluator: "repeat_information" | "context_retention",
  scores: readonly Score[],
): ReadonlyMap<number, Scored> {
  const found = new Map<number, Scored>();
  for (const { evaluator: by, version, target, verdict } of scores) {
    if (by !== evaluator || version === "imported") continue;
    if (target.kind !== "handoff" || verdict.status !== "scored") continue;
    found.set(target.ordinal, verdict);
  }
  return found;
}

type Scored = Extract<Verdict, { readonly status: "scored" }>;
