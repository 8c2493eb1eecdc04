import { createQuestionReader } from "@/lib/evaluators/bot-question/read-question";
import { mappedWords } from "@/lib/evaluators/bot-question/mapped-words";
import { questionBits, questionFeatures } from "@/lib/evaluators/bot-question/question-features";
import { fitLogistic } from "@/lib/learning/fit-logistic";
import { hashFeature } from "@/lib/learning/hash-feature";
import { quantise, type StoredModel } from "@/lib/learning/quantise";
import { splitSentences } from "@/lib/cases/words/sentences";
import { createBotQuestionScorer } from "@/lib/scoring/score-bot-question";
import { binaryMeasure } from "../binary-measure";
import type { DataRow } from "../data-sets";
import { defineRecipe } from "./recipe";

/** One in so many of CLINC150's other requests is used for training. */
const otherRequests = 5;

function textOf({ messages }: DataRow): string {
  return messages[0]?.content ?? "";
}

function truthOf(row: DataRow): number | null {
  if (row.dataSet === "intent.clinc150") return Number(row.label === "are_you_a_bot");
  return row.label === 0 || row.label === 1 ? row.label : null;
}

/** The row's template: rows of one template are left out together. */
function templateOf(row: DataRow): string {
  const filler = new Set(["REAL", "JUST", "a", "an", "the"]);
  return mappedWords(textOf(row))
    .filter((word) => !filler.has(word))
    .join(" ");
}

function isLearned(row: DataRow): boolean {
  if (row.dataSet !== "intent.clinc150" || truthOf(row) === 1) return true;
  return hashFeature(row.id, 30) % otherRequests === 0;
}

function fit(rows: readonly DataRow[]): StoredModel {
  const examples = rows.filter(isLearned).flatMap((row) => {
    const label = truthOf(row);
    const sentences = splitSentences(textOf(row)).map(({ text }) => text);
    return label === null ? [] : [{ features: questionFeatures(sentences), label }];
  });
  return quantise(fitLogistic(examples, { size: 1 << questionBits, l2: 1 }));
}

/** Verdicts are of the answer to the question. */
const ofQuestion = {
  path: "whether the question is found, not how true the answer is",
  verdicts: null,
};

export const botQuestionRecipe = defineRecipe({
  evaluator: "bot_question",
  about: {
    task: "Whether a customer asks if they talk to a machine; the answer is judged by rules on what the agent says it is and what it was.",
    data: "R-U-A-Robot (MIT); the intent are_you_a_bot of CLINC150 (CC BY 3.0).",
    method:
      "Words for machines and people, one slip of the finger allowed, become two tokens and unknown words a third; runs of one to four of them and 34 ways to ask, in a ridge logistic regression on 2^15 hashed places.",
    weaknesses:
      "Half of the rows it learned from ask, real customers rarely do: the probability is that of such a mixture. How truthful answers are was not measured. Questions without a word for machine or person ('what are you?') and other languages.",
  },
  measures: [
    binaryMeasure({
      dataSet: "disclosure_trigger.rua",
      label: "the customer asks whether this is a bot",
      ...ofQuestion,
      truthOf,
      groupOf: templateOf,
      bars: { f1: { must: 0.95, goal: 0.98 } },
    }),
    binaryMeasure({
      dataSet: "intent.clinc150",
      label: "the intent is are_you_a_bot, learned from R-U-A-Robot alone",
      ...ofQuestion,
      truthOf,
      groupOf: ({ dataSet }) => dataSet,
      bars: {},
    }),
  ],
  weights: {
    file: "lib/evaluators/bot-question/weights.gen.json",
    learnsFrom: ["disclosure_trigger.rua", "intent.clinc150"],
    fit,
  },
  scorer: (weights: StoredModel) => createBotQuestionScorer(createQuestionReader(weights)),
});
