import { createPiiScorer } from "@/lib/scoring/score-pii";
import { canaryMeasure } from "../canary-measure";
import { defineRecipe } from "./recipe";

/** The recall of the detector as it is shipped, which the PII page prints beside its figures. */
export const piiCanariesRecipe = defineRecipe({
  evaluator: "pii_canaries",
  about: {
    task: "Which of generated personal values of twelve types the detector masks as a whole.",
    data: "Values that Faker (MIT) draws with a fixed seed, half English, half German, French, Spanish and Polish, in sentences that we wrote and in records of tools.",
    method: "The shipped detector as it is; nothing is fitted to these values.",
    weaknesses:
      "Three sentences and one record a type, and names from lists that the detector's lexicon was made of: on real words it finds less, see the model card of pii.",
  },
  measures: [canaryMeasure],
  weights: null,
  scorer: createPiiScorer(),
});
