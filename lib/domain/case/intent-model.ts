import { z } from "zod";

const learnedIntent = z.object({
  /** The most frequent spelling in the workspace. */
  name: z.string(),
  cases: z.number(),
  /** Weight of each feature, by its index. */
  weights: z.array(z.tuple([z.number(), z.number()])),
});

export const intentModelSchema = z.object({
  intents: z.array(learnedIntent),
  /** Inverse document frequency of each feature that several cases have, by its index. */
  telling: z.array(z.tuple([z.number(), z.number()])),
  /** Inverse document frequency of any other feature. */
  newTelling: z.number(),
  /** Calibration: probability that the nearest intent is correct, given its similarity. */
  certainty: z.object({ intercept: z.number(), weights: z.array(z.number()) }),
});

/** A model fitted to a workspace's cases that declare an intent; it holds none of their text. */
export type IntentModel = z.infer<typeof intentModelSchema>;

export type DeclaredCase = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly openedUs: number | null;
  readonly intent: string;
  /** The customer's opening messages. */
  readonly opening: readonly string[];
};

const share = z.object({ asked: z.number(), right: z.number(), wrong: z.number() });

export const intentReportSchema = z.object({
  /** Cases with a declared intent and an opening. */
  cases: z.number(),
  intents: z.number(),
  /** Results on customers that the model was not fitted to; the rest got no answer. */
  heldOut: share,
  /** Results on intents that the model was not fitted to: any answer is wrong. */
  unseen: share,
});

/** The model's cross-validated accuracy. */
export type IntentReport = z.infer<typeof intentReportSchema>;

export const adoptedIntentsSchema = z.object({
  /** Equal models have equal versions. */
  version: z.string(),
  learnedUs: z.number(),
  model: intentModelSchema,
  report: intentReportSchema,
});

/** A workspace's active intent model. */
export type AdoptedIntents = z.infer<typeof adoptedIntentsSchema>;
