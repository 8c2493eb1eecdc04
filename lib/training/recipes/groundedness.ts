import { z } from "zod";
import type { GroundingModel } from "@/lib/evaluators/groundedness/grounding-model";
import { weightedSum } from "@/lib/evaluators/groundedness/grounding-model";
import { indexSources } from "@/lib/evaluators/groundedness/index-sources";
import { judgeAnswer } from "@/lib/evaluators/groundedness/judge-answer";
import { listRarity, rarityOf } from "@/lib/evaluators/groundedness/rarity";
import { fitCalibration } from "@/lib/learning/calibrate";
import { fitNonNegative } from "@/lib/learning/fit-non-negative";
import { faithfulnessScorer, groundednessScorer } from "@/lib/scoring/score-groundedness";
import { bandsOf, binaryMeasure } from "../binary-measure";
import type { DataRow, DataSetName } from "../data-sets";
import { defineRecipe } from "./recipe";

const dataSets = [
  "groundedness.mtrag",
  "groundedness.begin",
  "groundedness.faithdial_audit",
  "groundedness.q2",
] as const satisfies readonly DataSetName[];

const label = z.union([z.number(), z.object({ faithful: z.number() }), z.null()]);

/** 1 if annotators found everything supported; null if they gave no usable class. */
function isGrounded(row: DataRow): number | null {
  const value = label.parse(row.label);
  return value !== null && typeof value === "object" ? value.faithful : value;
}

/** Weight of each class of each set in rows. */
const rowsOfClass = 200;
const ridge = 300;
/** Ridge factors: figures that could identify the data set are penalised twice. */
const caution = [1, 1, 2, 1, 2, 2];

/** Fits word rarity and figure weights on several equally weighted sets. */
function fitGrounding(rows: readonly DataRow[]): GroundingModel {
  const texts = rows.flatMap((row) => [...(row.context ?? []), answerOf(row)]);
  const list = listRarity(texts);
  const rarity = rarityOf(list);
  const examples = rows.flatMap((row) => {
    const truth = isGrounded(row);
    if (truth === null || row.context === undefined) return [];
    const asked = row.messages.findLast(({ role }) => role === "user")?.content ?? "";
    const sources = indexSources(row.context);
    const { figures } = judgeAnswer(answerOf(row), asked, { sources, rarity });
    return [{ figures, label: truth, kind: `${row.dataSet} ${String(truth)}` }];
  });
  const counts = new Map<string, number>();
  for (const { kind } of examples) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const scale = spreadOf(examples.map(({ figures }) => figures)).map(
    (spread, at) => spread * (caution[at] ?? 1),
  );
  const { weights } = fitNonNegative(
    examples.map(({ figures, label: truth, kind }) => ({
      numbers: figures.map((figure, at) => figure / (scale[at] ?? 1)),
      label: truth,
      weight: rowsOfClass / (counts.get(kind) ?? 1),
    })),
    ridge,
  );
  const rounded = Array.from(weights, (weight, at) =>
    Number((weight / (scale[at] ?? 1)).toPrecision(6)),
  );
  const calibration = fitCalibration(
    examples.map(({ figures }) => weightedSum(figures, rounded)),
    examples.map((each) => each.label),
  );
  return { weights: rounded, calibration, rarity: list };
}

function answerOf({ messages }: DataRow): string {
  return messages.findLast(({ role }) => role !== "user" && role !== "tool")?.content ?? "";
}

/** The standard deviation of each figure. */
function spreadOf(figures: readonly (readonly number[])[]): readonly number[] {
  const count = Math.max(1, figures.length);
  return (figures[0] ?? []).map((_, at) => {
    const values = figures.map((each) => each[at] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    return Math.sqrt(variance) || 1;
  });
}

const bars = {
  "groundedness.mtrag": { must: 0.84, goal: 0.9 },
  "groundedness.begin": { must: 0.93, goal: null },
  "groundedness.faithdial_audit": { must: 0.845, goal: 0.88 },
  "groundedness.q2": { must: 0.58, goal: 0.7 },
} as const;

const measuresOf = (evaluator: string) =>
  dataSets.map((dataSet) =>
    binaryMeasure({
      dataSet,
      label: "people found all of the answer supported by the passages",
      path: "answers with passages",
      verdicts: bandsOf(evaluator),
      truthOf: isGrounded,
      groupOf: ({ domain }) => domain,
      bars: { AUC: bars[dataSet] },
    }),
  );

const grounding = {
  file: "lib/evaluators/groundedness/weights.gen.json",
  learnsFrom: dataSets,
  fit: fitGrounding,
};

export const groundednessRecipe = defineRecipe({
  evaluator: "groundedness",
  about: {
    task: "Whether the passages that were retrieved for an answer support everything it says.",
    data: "MTRAG (Apache-2.0), BEGIN (CC BY 4.0), FaithDial's data audit (MIT), Q² (MIT).",
    method:
      "Six figures with weights that are never negative: the share of the answer's words that the passages have, weighed by rarity, with part for words that share letters, and unweighed; neighbouring words kept together; numbers and names that no passage has; first-person talk. Numbers, names and negation are compared exactly and shown claim by claim.",
    weaknesses:
      "It compares words, not meaning: a near-copy with two names swapped passes, and a faithful paraphrase in other words fails. Most of Q² is of that kind. Its own figure there is flattered: all answers are of one system. The masked figure is lower where names of people stand in passages: where only one of two places is taken for a name, a claim and its passage no longer say the same word.",
  },
  measures: measuresOf("groundedness"),
  weights: grounding,
  scorer: groundednessScorer,
});

export const faithfulnessRecipe = defineRecipe({
  evaluator: "faithfulness",
  about: {
    task: "Whether an answer keeps to the passages that were retrieved for it and to what tools returned before it.",
    data: "MTRAG (Apache-2.0), BEGIN (CC BY 4.0), FaithDial's data audit (MIT), Q² (MIT): the weights are those of groundedness.",
    method:
      "Where passages were retrieved, the answer's claims are compared with them and with what tools had returned. Where only tools had answered, the figures it names (amounts, dates, ids) are looked for in what they returned and in what was said before; the value is the share of such sentences in which all are found.",
    weaknesses:
      "The public labels know passages, not tools: how right the check of figures is was not measured. A figure that was worked out rightly from others counts as unfounded. The masked figure is lower where names of people stand in passages: where only one of two places is taken for a name, a claim and its passage no longer say the same word.",
  },
  measures: measuresOf("faithfulness"),
  weights: grounding,
  scorer: faithfulnessScorer,
});
