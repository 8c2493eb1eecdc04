import { isResolved, outcomes, type Outcome } from "@/lib/domain/case/outcome";

export type OutcomeSet = {
  readonly isResolved: boolean;
  /** As a button. */
  readonly label: string;
  /** After "cases that". */
  readonly clause: string;
  readonly outcomes: readonly Outcome[];
};

/** The two most used sets of outcomes. */
export const outcomeSets: readonly OutcomeSet[] = [
  {
    isResolved: false,
    label: "Not resolved with evidence",
    clause: "were not resolved with evidence",
    outcomes: outcomes.filter((outcome) => isResolved(outcome) === false),
  },
  {
    isResolved: true,
    label: "Resolved with evidence",
    clause: "were resolved with evidence",
    outcomes: outcomes.filter((outcome) => isResolved(outcome) === true),
  },
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
