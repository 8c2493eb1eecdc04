import { z } from "zod";

const readingSchema = z.object({
  /** Weight of each sign in log-odds, in the order of its keys. */
  weights: z.array(z.number().min(0)),
  /** Baseline of each sign. */
  usual: z.array(z.number()),
  intercept: z.number(),
});
export type FittedReading = z.infer<typeof readingSchema>;

/** Fitted parameters for contacts with AI agents and with human agents. */
export const resolutionModelSchema = z.object({ ai: readingSchema, human: readingSchema });
export type ResolutionModel = z.infer<typeof resolutionModelSchema>;
