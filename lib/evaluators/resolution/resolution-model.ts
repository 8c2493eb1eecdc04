import { z } from "zod";

const readingSchema = z.object({
  /** By how much each sign moves the log-odds, in the order of its keys. */
  weights: z.array(z.number().min(0)),
  /** Each sign's usual value. */
  usual: z.array(z.number()),
  intercept: z.number(),
});
export type FittedReading = z.infer<typeof readingSchema>;

/** What is fitted: how contacts with AI agents are read, and how those with human agents are. */
export const resolutionModelSchema = z.object({ ai: readingSchema, human: readingSchema });
export type ResolutionModel = z.infer<typeof resolutionModelSchema>;
