import { z } from "zod";

/** How an intent is known from a customer's first words. */
const learnedIntent = z.object({
  /** As most of the workspace's cases spell it. */
  name: z.string(),
  /** How many cases it was learned from. */
  cases: z.number(),
  /** How much each feature speaks for it, by the feature's place. */
  weights: z.array(z.tuple([z.number(), z.number()])),
});

export const intentModelSchema = z.object({
  intents: z.array(learnedIntent),
  /** How telling each feature that several cases have is, by its place. */
  telling: z.array(z.tuple([z.number(), z.number()])),
  /** How telling any other feature is. */
  newTelling: z.number(),
  /** How likely the nearest intent is the right one, by how near it is. */
  certainty: z.object({ intercept: z.number(), weights: z.array(z.number()) }),
});

/** What was learned from a workspace's cases that declare an intent; it holds none of their words. */
export type IntentModel = z.infer<typeof intentModelSchema>;

/** A case that declares its intent. */
export type DeclaredCase = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly openedUs: number | null;
  readonly intent: string;
  /** What the customer said first. */
  readonly opening: readonly string[];
};

const share = z.object({ asked: z.number(), right: z.number(), wrong: z.number() });

export const intentReportSchema = z.object({
  /** Cases that declare an intent and say what they are about. */
  cases: z.number(),
  intents: z.number(),
  /** Of those, asked of a model that knew nothing of their customers; the rest got no answer. */
  heldOut: share,
  /** Asked of a model that knew nothing of their intent: any answer is wrong. */
  unseen: share,
});

/** How a model did on cases it was not learned from. */
export type IntentReport = z.infer<typeof intentReportSchema>;

export const adoptedIntentsSchema = z.object({
  /** Names the model: equal models have equal versions. */
  version: z.string(),
  /** Microseconds since 1970. */
  learnedUs: z.number(),
  model: intentModelSchema,
  report: intentReportSchema,
});

/** The model that infers intents in a workspace, because somebody had it learned. */
export type AdoptedIntents = z.infer<typeof adoptedIntentsSchema>;
