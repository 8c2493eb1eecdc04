import { logOdds, probabilityOf } from "@/lib/learning/linear-model";
import { readModel } from "@/lib/learning/quantise";
import { readFrustration } from "../customer-sentiment/read-frustration";
import { politenessFeatures } from "./politeness-features";
import stored from "./weights.gen.json";

/** The probability that readers find a message polite. */
export type PolitenessReader = (text: string) => number;

/** Makes a reader from fitted weights. @throws where they are none */
export function createPolitenessReader(weights: unknown): PolitenessReader {
  const model = readModel(weights);
  return (text) => probabilityOf(logOdds(model, featuresOf(text)));
}

/** A message's features, with how frustrated its words sound by the shipped weights. */
export function featuresOf(text: string): ReturnType<typeof politenessFeatures> {
  return politenessFeatures(text, readFrustration.oddsOf(text));
}

export const readPoliteness = createPolitenessReader(stored);
