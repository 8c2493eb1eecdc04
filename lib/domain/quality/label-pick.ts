/** Which scores one looks at first: any, those nearest to 0.5, or those others contradict most. */
export const labelPicks = ["random", "unsure", "disagreement"] as const;
export type LabelPick = (typeof labelPicks)[number];
