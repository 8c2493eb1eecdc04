import { scoreBotQuestion } from "@/lib/scoring/score-bot-question";
import { binaryMeasure } from "../binary-measure";
import type { DataRow } from "../data-sets";
import { defineRecipe } from "./recipe";

function truthOf(row: DataRow): number | null {
  if (row.dataSet === "intent.clinc150") return Number(row.label === "are_you_a_bot");
  return row.label === 0 || row.label === 1 ? row.label : null;
}

/** Verdicts are of the answer to the question. */
const ofQuestion = {
  path: "whether the question is found, not how true the answer is",
  verdicts: null,
  // Acts are read before anything is masked.
  isMeasuredMasked: false,
};

export const botQuestionRecipe = defineRecipe({
  evaluator: "bot_question",
  about: {
    task: "Whether a customer asks if they talk to a machine; the answer is judged by what the reader of acts finds that the agent says it is, and what it was.",
    data: "Lines of our own by many writers and a part of R-U-A-Robot (MIT), which trained the reader of acts.",
    method: "The reader of acts; nothing is fitted here.",
    weaknesses:
      "How truthful answers are was not measured apart. Languages that the reader does not read.",
  },
  measures: [
    binaryMeasure({
      dataSet: "disclosure_trigger.rua",
      label: "the customer asks whether this is a bot, on the part that trained nothing",
      ...ofQuestion,
      madeOf: (rows) => rows.filter(({ meta }) => meta["orig_split"] === "val"),
      truthOf,
      groupOf: ({ id }) => id,
      bars: { f1: { must: 0.95, goal: 0.98 } },
    }),
    binaryMeasure({
      dataSet: "intent.clinc150",
      label: "the intent is are_you_a_bot",
      ...ofQuestion,
      truthOf,
      groupOf: ({ dataSet }) => dataSet,
      bars: {},
    }),
  ],
  weights: null,
  scorer: scoreBotQuestion,
});
