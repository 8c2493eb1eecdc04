import type { TargetKind } from "../contract";

/** What a model is asked instead of one of our evaluators, in words of its own. */
export type Rubric = {
  /** Ours that answers the same question; its values mean the same. */
  readonly evaluator: string;
  /** Rises whenever the words that a model gets change. */
  readonly version: number;
  readonly target: Exclude<TargetKind, "case" | "span">;
  readonly question: string;
  /** What 1, 0.5 and 0 say. */
  readonly scale: string;
  readonly notApplicable: string;
  readonly notScorable: string;
  /** What a hasty reader gets wrong. */
  readonly cautions: readonly string[];
  /** `agent`: a verdict on what an agent did must quote an agent, so that a customer's words alone prove nothing. */
  readonly mustQuote: "agent" | "anybody";
  /** `ai`: asked only of an AI agent's words; people who serve are not judged on these. */
  readonly of: "ai" | "anybody";
};
