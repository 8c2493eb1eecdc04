import type { TargetKind } from "../contract";

/** The prompt with which a model judges what one of our evaluators judges. */
export type Rubric = {
  /** Our evaluator of the same question, with the same scale. */
  readonly evaluator: string;
  /** Increment whenever the prompt changes. */
  readonly version: number;
  readonly target: Exclude<TargetKind, "case" | "span">;
  readonly question: string;
  /** Meaning of 1, 0.5 and 0. */
  readonly scale: string;
  readonly notApplicable: string;
  readonly notScorable: string;
  /** Common misjudgements to avoid. */
  readonly cautions: readonly string[];
  /** `agent`: the verdict must quote an agent, so that a customer's words alone prove nothing. */
  readonly mustQuote: "agent" | "anybody";
  /** `ai`: applies only to AI agents; human agents are not judged. */
  readonly of: "ai" | "anybody";
};
