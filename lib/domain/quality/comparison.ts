import type { CountedShare } from "./agreement";
import type { ScoreTarget } from "../case/case";

/** Who else scored the targets of our evaluator. */
export type OtherJudge =
  | { readonly kind: "imported"; readonly name: string }
  | { readonly kind: "model"; readonly model: string; readonly rubric: number };

/** Two values of one target, both 0 to 1 and with the same meaning. */
export type ScorePair = {
  readonly caseId: string;
  readonly ours: number;
  readonly theirs: number;
};

export type ScorePlace = {
  readonly caseId: string;
  readonly kind: ScoreTarget["kind"];
  /** Null for the case itself and for spans. */
  readonly ordinal: number | null;
};

/** A contradiction of our score: by another judge, or by a person's label (1 or 0 for yes or no). */
export type Dispute = ScorePlace &
  ScorePair & { readonly by: OtherJudge | { readonly kind: "person" } };

/** Comparison of one version of an evaluator with external scores of the same targets. */
export type Comparison = {
  readonly version: number;
  readonly other: OtherJudge;
  /** Pairs on the same side of 0.5. */
  readonly agreed: CountedShare;
  /** Cohen's κ of the sides; null if either only ever gives one. */
  readonly kappa: { readonly value: number; readonly interval: readonly [number, number] } | null;
  /** Mean of ours minus theirs. */
  readonly meanDifference: number;
  /** The largest differences across 0.5. */
  readonly disagreements: readonly ScorePair[];
};
