import type { Score, Verdict } from "../case/case";
import type { LabelAnchor } from "./label";

/** A quote by the position of its message among those shown to the model; offsets as in `Quote`. */
export type JudgedQuote = { readonly shown: number; readonly start: number; readonly end: number };

/** A verdict with quotes of the messages shown. */
export type JudgedVerdict =
  | {
      readonly status: "scored";
      readonly value: number;
      readonly because: string;
      readonly evidence: readonly JudgedQuote[];
    }
  | Exclude<Verdict, { readonly status: "scored" }>;

/** A model's stored answer to one question about a case. */
export type Judgement = {
  readonly caseId: string;
  readonly evaluator: string;
  readonly rubric: number;
  readonly model: string;
  /** Its target, identified across rebuilds. */
  readonly anchor: LabelAnchor;
  /** Of the messages shown; if it differs now, the verdict is stale. */
  readonly wordsHash: string;
  /** Of the whole question: rubric, model, messages and passages. No question is sent twice. */
  readonly contentHash: string;
  readonly verdict: JudgedVerdict;
  readonly atUs: number;
};

/** A model's score at its place in the currently derived case; not part of derived data. */
export type JudgeScore = Pick<Score, "evaluator" | "target" | "verdict"> & {
  readonly rubric: number;
  readonly model: string;
  readonly isStale: boolean;
};
