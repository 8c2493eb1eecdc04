import type { Label, LabelPlace, EvaluatorAnswer } from "./label";

/** A label with the evaluator's current answer for its target. */
export type PlacedLabel = {
  readonly label: Label;
  /** Null if its target is gone: the label is detached. */
  readonly place: LabelPlace | null;
  /** Null if the evaluator gives no answer now. */
  readonly now: EvaluatorAnswer | null;
  /** Whether the current answer has the same evidence as when labelled. */
  readonly isEvidenceSame: boolean;
};

/** Hits of a total, with a 95 % Wilson interval. */
export type CountedShare = {
  readonly hits: number;
  readonly of: number;
  readonly interval: readonly [low: number, high: number] | null;
};

/** What labels refer to: an evaluator's scores, or extracted promises or facts. */
export const labelledThings = ["scores", "promises", "facts"] as const;
export type LabelledThing = (typeof labelledThings)[number];

/** Agreement of people with one version of an evaluator. */
export type Agreement = {
  readonly version: number | "imported";
  readonly about: LabelledThing;
  /** Labels that say whether this version's answer is right. */
  readonly agreed: CountedShare;
  /** Labels that cannot be compared with this version: not scored, or detached. */
  readonly apart: number;
  /** Null if either side only ever gives one answer. */
  readonly kappa: {
    readonly value: number;
    readonly interval: readonly [number, number];
  } | null;
  /** Share of people's yes that the evaluator confirms; null if not a yes-or-no question. */
  readonly sensitivity: CountedShare | null;
  /** Share of people's no that the evaluator confirms. */
  readonly specificity: CountedShare | null;
  /** Labels that disagree, latest first. */
  readonly disagreements: readonly PlacedLabel[];
};
