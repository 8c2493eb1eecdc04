/** The kinds of entries, in processing order; `rules`: cases whose disclosures changed rules judge anew. */
export const queueStages = ["trace", "case", "customer", "rules"] as const;
export type QueueStage = (typeof queueStages)[number];
