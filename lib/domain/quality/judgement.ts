import type { Score, Verdict } from "../case/case";
import type { LabelAnchor } from "./label";

/** Words of a message that was shown to a model, by its place among those; offsets as in `Quote`. */
export type JudgedQuote = { readonly shown: number; readonly start: number; readonly end: number };

/** A verdict whose proof stands in the messages that were shown. */
export type JudgedVerdict =
  | {
      readonly status: "scored";
      readonly value: number;
      readonly because: string;
      readonly evidence: readonly JudgedQuote[];
    }
  | Exclude<Verdict, { readonly status: "scored" }>;

/** What a model answered to one question about a case, as it is kept. */
export type Judgement = {
  readonly caseId: string;
  readonly evaluator: string;
  /** Version of the rubric that was asked. */
  readonly rubric: number;
  readonly model: string;
  /** What it is about, by what outlives rebuilds. */
  readonly anchor: LabelAnchor;
  /** Over the messages that were shown; another now says that the verdict is of other words. */
  readonly wordsHash: string;
  /** Over all that was asked: rubric, model, messages and passages. The same is never asked twice. */
  readonly contentHash: string;
  readonly verdict: JudgedVerdict;
  /** Microseconds since 1970. */
  readonly atUs: number;
};

/** A model's score at its place in the case as it is derived now; kept apart from what is derived. */
export type JudgeScore = Pick<Score, "evaluator" | "target" | "verdict"> & {
  readonly rubric: number;
  readonly model: string;
  /** The case has other words there since. */
  readonly isStale: boolean;
};
