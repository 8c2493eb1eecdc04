export const intentValues = ["declared", "inferred", "unknown"] as const;
export const agentsValues = ["ai", "human", "both", "unknown"] as const;
export const riskValues = ["low", "medium", "high", "unknown"] as const;

export const ratingValues = ["good", "poor", "none"] as const;
export const lastValues = ["fine", "failed", "unscored"] as const;

/** How long the slowest model call of a case took; `unknown`: there was none, or none has a duration. */
export const latencyValues = ["under-2s", "2-5s", "5-10s", "over-10s", "unknown"] as const;
export type LatencyValue = (typeof latencyValues)[number];

/** The template of a prompt with its version: "support-core" of "support-core@v7"; a version alone has none. */
export function templateOf(prompt: string): string {
  return prompt.slice(0, Math.max(0, prompt.lastIndexOf("@")));
}

/** The value for "not stated" in facets whose values are free text. */
export const MISSING = "";

/** Of a disclosure rule in a case: given on a channel, and on another not found, incomplete or by another speaker. */
export const givenOnSome = "some_channels";

/** The band of a case's worst verdict of one of our evaluators; `none`: never scored. */
export const scoreBands = ["bad", "middling", "good", "none"] as const;

/**
 * Whether the customer was asked again for what they had given, or said it again unasked: `kept` where neither,
 * `unknown` without a score.
 */
export const handoffVerdicts = ["kept", "said-again", "asked-again", "unknown"] as const;
export type HandoffVerdict = (typeof handoffVerdicts)[number];

/** The verdict between two touchpoints: `lost` where nothing was repeated, but something was lost or contradicted. */
export type SwitchVerdict = HandoffVerdict | "lost";

/** A case's worst verdict of one of our evaluators. */
export type WorstScore = {
  readonly evaluator: string;
  /** As the evaluator counts, 0 to 1; its catalogue entry says which way is better. */
  readonly value: number;
};
