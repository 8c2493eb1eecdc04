import { logOdds, probabilityOf } from "@/lib/learning/linear-model";
import { readModel } from "@/lib/learning/quantise";
import { rememberText } from "@/lib/learning/remember-text";
import { readFrustration } from "../customer-sentiment/read-frustration";
import { politenessFeatures } from "./politeness-features";
import stored from "./weights.gen.json";

/** Probability that readers find a message polite. */
export type PolitenessReader = (text: string) => number;

/**
 * Creates a classifier from fitted weights.
 * @throws if they are invalid
 */
export function createPolitenessReader(weights: unknown): PolitenessReader {
  const model = readModel(weights);
  return rememberText((text) => probabilityOf(logOdds(model, featuresOf(text))));
}

/** A message's features, with its frustration by the shipped weights. */
export function featuresOf(text: string): ReturnType<typeof politenessFeatures> {
  return politenessFeatures(text, readFrustration.oddsOf(text));
}

export const readPoliteness = createPolitenessReader(stored);
