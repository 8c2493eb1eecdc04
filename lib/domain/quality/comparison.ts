import type { CountedShare } from "./agreement";
import type { ScoreTarget } from "../case/case";

/** Who else scored what an evaluator of ours scored. */
export type OtherJudge =
  | { readonly kind: "imported"; readonly name: string }
  | { readonly kind: "model"; readonly model: string; readonly rubric: number };

/** Two values for one target, both from 0 to 1 and of the same meaning. */
export type ScorePair = {
  readonly caseId: string;
  readonly ours: number;
  readonly theirs: number;
};

/** A score by its place. */
export type ScorePlace = {
  readonly caseId: string;
  readonly kind: ScoreTarget["kind"];
  /** null for the case itself and for spans. */
  readonly ordinal: number | null;
};

/** Who contradicts a score of ours: another judge, or a person's label (1 or 0 where it says yes or no). */
export type Dispute = ScorePlace &
  ScorePair & { readonly by: OtherJudge | { readonly kind: "person" } };

/** How an evaluator in one version compares with somebody else's scores of the same targets. */
export type Comparison = {
  readonly version: number;
  readonly other: OtherJudge;
  /** Pairs on the same side of 0.5. */
  readonly agreed: CountedShare;
  /** Cohen's κ of the sides; null where one of them only ever says one. */
  readonly kappa: { readonly value: number; readonly interval: readonly [number, number] } | null;
  /** Mean of ours less theirs. */
  readonly meanDifference: number;
  /** Where they differ most, on different sides of 0.5. */
  readonly disagreements: readonly ScorePair[];
};
