/** Order of scores to label: random, nearest to 0.5, or most contradicted. */
export const labelPicks = ["random", "unsure", "disagreement"] as const;
export type LabelPick = (typeof labelPicks)[number];
