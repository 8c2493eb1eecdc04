import { z } from "zod";
import type { Message } from "@/lib/domain/case/case";
import { logOdds, probabilityOf } from "@/lib/learning/linear-model";
import { readModel, storedModelSchema } from "@/lib/learning/quantise";
import { rememberText } from "@/lib/learning/remember-text";
import { annoyanceFeatures } from "./annoyance-features";
import { emotionFeatures } from "./emotion-features";
import stored from "./weights.gen.json";

const weightsSchema = z.object({ message: storedModelSchema, contact: storedModelSchema });
export type FrustrationWeights = z.infer<typeof weightsSchema>;

export type FrustrationReader = {
  /** Log-odds that a message is frustrated. */
  readonly oddsOf: (text: string) => number;
  /**
   * Probability that the customer is annoyed over a contact.
   * @param odds of each customer message, in order
   */
  readonly ofContact: (messages: readonly Message[], odds: readonly number[]) => number;
};

/**
 * Creates a classifier from fitted weights.
 * @throws if they are invalid
 */
export function createFrustrationReader(weights: unknown): FrustrationReader {
  const parsed = weightsSchema.parse(weights);
  const [message, contact] = [readModel(parsed.message), readModel(parsed.contact)];
  return {
    oddsOf: rememberText((text) => logOdds(message, emotionFeatures(text))),
    ofContact: (messages, odds) =>
      probabilityOf(logOdds(contact, annoyanceFeatures(messages, odds))),
  };
}

export const readFrustration = createFrustrationReader(stored);
