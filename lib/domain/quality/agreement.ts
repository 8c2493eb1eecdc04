import type { Label, LabelPlace, Said } from "./label";

/** A label beside what is said of its target now. */
export type PlacedLabel = {
  readonly label: Label;
  /** Null where its target is there no more: it is detached. */
  readonly place: LabelPlace | null;
  /** Null where nothing is said of it now. */
  readonly now: Said | null;
  /** Whether what is said now rests on the same words as then. */
  readonly isEvidenceSame: boolean;
};

/** How many of how many; the interval is Wilson's at 95 %. */
export type CountedShare = {
  readonly hits: number;
  readonly of: number;
  readonly interval: readonly [low: number, high: number] | null;
};

/** What the labels are about: an evaluator's scores, or the promises or facts that it finds. */
export const labelledThings = ["scores", "promises", "facts"] as const;
export type LabelledThing = (typeof labelledThings)[number];

/** How far people agree with one evaluator in one version. */
export type Agreement = {
  readonly version: number | "imported";
  readonly about: LabelledThing;
  /** Labels that say of this version's answer whether it is right. */
  readonly agreed: CountedShare;
  /** Labels that no answer of this version can be compared with: not scored, or detached. */
  readonly apart: number;
  /** Null where people and evaluator only ever said one thing. */
  readonly kappa: {
    readonly value: number;
    readonly interval: readonly [number, number];
  } | null;
  /** Of what people say is so, how much it says is so; null where it is no matter of yes or no. */
  readonly sensitivity: CountedShare | null;
  /** Of what people say is not so, how much it says is not so. */
  readonly specificity: CountedShare | null;
  /** The labels that contradict, latest first. */
  readonly disagreements: readonly PlacedLabel[];
};
