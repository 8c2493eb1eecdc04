import { isResolved, outcomes, type Outcome } from "@/lib/domain/case/outcome";

export type OutcomeSet = {
  /** As a button, and after "where the outcome is". */
  readonly words: string;
  readonly outcomes: readonly Outcome[];
};

/** The two most used sets of outcomes. */
export const outcomeSets: readonly OutcomeSet[] = [
  { words: "not resolved", outcomes: outcomes.filter((outcome) => isResolved(outcome) === false) },
  { words: "resolved", outcomes: outcomes.filter((outcome) => isResolved(outcome) === true) },
];

/** The set that the chosen outcomes are, in whatever order, or null. */
export function outcomeSetOf(chosen: readonly string[]): OutcomeSet | null {
  return (
    outcomeSets.find(
      (set) =>
        set.outcomes.length === chosen.length &&
        set.outcomes.every((each) => chosen.includes(each)),
    ) ?? null
  );
}
