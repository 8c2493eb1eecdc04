import { z } from "zod";
import { politenessSize } from "@/lib/evaluators/tone/politeness-features";
import { createPolitenessReader, featuresOf } from "@/lib/evaluators/tone/read-politeness";
import { fitLogistic } from "@/lib/learning/fit-logistic";
import { quantise, type StoredModel } from "@/lib/learning/quantise";
import { wordsOf } from "@/lib/learning/words-of";
import { createToneScorer } from "@/lib/scoring/score-tone";
import { bandsOf, binaryMeasure } from "../binary-measure";
import type { DataRow } from "../data-sets";
import { defineRecipe } from "./recipe";

const label = z.object({ class: z.union([z.literal(0), z.literal(1)]).nullish() });

function truthOf(row: DataRow): number | null {
  return label.nullable().parse(row.label)?.class ?? null;
}

function textOf({ messages }: DataRow): string {
  return messages[0]?.content ?? "";
}

function fit(rows: readonly DataRow[]): StoredModel {
  const examples = rows.flatMap((row) => {
    const truth = truthOf(row);
    return truth === null ? [] : [{ features: featuresOf(textOf(row)), label: truth }];
  });
  return quantise(fitLogistic(examples, { size: politenessSize, l2: 10, stepsMax: 40 }));
}

export const toneRecipe = defineRecipe({
  evaluator: "tone",
  about: {
    task: "How polite the agents' words are. Formality, warmth, empathy and directness are features of the text beside it: their accuracy is not measured.",
    data: "Stanford Politeness Corpus, the part from Wikipedia (CC BY 4.0), most and least polite quarter; how frustrated words sound was learned from GoEmotions (Apache-2.0).",
    method:
      "Thirty-eight strategies of politeness, how frustrated the words sound, length, and runs of one to three small words with all other words left out, in a strong ridge logistic regression.",
    weaknesses:
      "The one corpus here has one topic, so the figure is for new wordings of the same community: in another community it is much lower (earlier models fell from .92 to .71), and the middle shifts. Irony. Short messages.",
  },
  measures: [
    binaryMeasure({
      dataSet: "tone.politeness",
      label: "five readers found it polite (top quarter) or impolite (bottom quarter)",
      path: "single requests of people",
      verdicts: bandsOf("tone"),
      truthOf,
      groupOf: (row) => wordsOf(textOf(row)).join(" "),
      bars: { AUC: { must: 0.7, goal: 0.75 } },
    }),
  ],
  weights: {
    file: "lib/evaluators/tone/weights.gen.json",
    learnsFrom: ["tone.politeness"],
    fit,
  },
  scorer: (weights: StoredModel) => createToneScorer(createPolitenessReader(weights)),
});
