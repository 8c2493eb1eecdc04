/** Which scores one looks at first: any, or those nearest to 0.5. */
export const labelPicks = ["random", "unsure"] as const;
export type LabelPick = (typeof labelPicks)[number];
