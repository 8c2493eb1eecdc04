/**
 * What cases are filtered by. Values within one facet are alternatives, facets narrow each other.
 * - `first`: the channel of the first touchpoint
 * - `path`: the channels of the touchpoints in order, repeats in a row folded: "chat>voice>email"
 * - `switch`: the channels of one contact and of the next: "chat>voice", also "chat>chat"; and the same
 *   with who started it: "chat>voice:customer"
 * - `intent`: how the case's intent is known
 * - `rating`: what the customer gave, 4 and 5 of 5 being good
 * - `last`: what conversation_resolution says of the last contact
 * - `prompt`: a prompt with its version that spoke in any contact: "support-core@v7"
 * - `firstPrompt`: of each template, the version that spoke first; `firstRelease`: the release met first
 * - `pause`: why the service clock of an open case stands still; cases whose clock runs have none
 * - `team`: each team that served the case
 * - `agents`: who spoke for the company anywhere in the case
 * - `score`: an evaluator and how its worst verdict in the case went: "repeat_information:bad"
 */
export const facetNames = [
  "channel",
  "outcome",
  "first",
  "path",
  "switch",
  "handoff",
  "evidence",
  "type",
  "intent",
  "agents",
  "risk",
  "score",
  "release",
  "region",
  "team",
  "rating",
  "last",
  "prompt",
  "firstPrompt",
  "firstRelease",
  "pause",
] as const;
export type FacetName = (typeof facetNames)[number];

/** Nothing of any facet. */
export const noFacets = Object.fromEntries(
  facetNames.map((facet) => [facet, []]),
) as unknown as Readonly<Record<FacetName, readonly []>>;

export const intentValues = ["declared", "inferred", "unknown"] as const;
export const agentsValues = ["ai", "human", "both", "unknown"] as const;
export const riskValues = ["low", "medium", "high", "unknown"] as const;

export const ratingValues = ["good", "poor", "none"] as const;
export const lastValues = ["fine", "failed", "unscored"] as const;

/** The template of a prompt with its version: "support-core" of "support-core@v7"; a version alone has none. */
export function templateOf(prompt: string): string {
  return prompt.slice(0, Math.max(0, prompt.lastIndexOf("@")));
}

/** Stands for "nobody said" in the facets whose values are free words. */
export const unsaid = "";

/** How a case's worst verdict of an evaluator of ours went; `none`: it was never scored. */
export const scoreBands = ["bad", "middling", "good", "none"] as const;

/** Whether the customer was asked again for what they had given: `kept` where not, `unknown` where nothing tells. */
export const handoffVerdicts = ["kept", "asked-again", "unknown"] as const;
export type HandoffVerdict = (typeof handoffVerdicts)[number];

/** A case's worst verdict of one of our evaluators. */
export type WorstScore = {
  readonly evaluator: string;
  /** As the evaluator counts, 0 to 1; its catalogue entry says which way is better. */
  readonly value: number;
};
