import {
  createSameIssueJudge,
  likenessOf,
  termWeightOf,
  termBits,
  type SameIssueWeights,
} from "@/lib/evaluators/same-issue/same-issue";
import { issueTerms, letterRuns, termPairs } from "@/lib/evaluators/same-issue/issue-terms";
import { denseFeatures } from "@/lib/learning/features";
import { fitLogistic } from "@/lib/learning/fit-logistic";
import { hashFeature } from "@/lib/learning/hash-feature";
import { quantise, readModel, type StoredModel } from "@/lib/learning/quantise";
import { createSameIssueScorer } from "@/lib/scoring/score-same-issue";
import type { RowMessage } from "@/lib/scoring/row";
import { binaryMeasure } from "../binary-measure";
import type { DataRow, DataSetName } from "../data-sets";
import { issuePairs, groupOfIntent } from "../issue-pairs";
import { defineRecipe } from "./recipe";

const pairsLearned = 12_000;
const pairsMeasured = 4000;

function textsOf(messages: readonly RowMessage[] | undefined): readonly string[] {
  return (messages ?? []).map(({ content }) => content);
}

/** Fits term weights: the logarithm of the number of intents divided by those that use the term. */
function fitTermWeights(rows: readonly DataRow[]): StoredModel {
  const uses = new Map<number, Map<string, number>>();
  const intents = new Map<string, number>();
  for (const { label, messages } of rows) {
    if (typeof label !== "string" || label === "oos") continue;
    intents.set(label, (intents.get(label) ?? 0) + 1);
    const texts = textsOf(messages);
    const terms = [...issueTerms(texts), ...letterRuns(texts), ...termPairs(texts)];
    for (const place of new Set(terms.map((term) => hashFeature(term, termBits)))) {
      const used = uses.get(place) ?? new Map<string, number>();
      used.set(label, (used.get(label) ?? 0) + 1);
      uses.set(place, used);
    }
  }
  const weights = Array.from({ length: 1 << termBits }, (_, place) => {
    const shares = [...(uses.get(place) ?? [])].map(
      ([label, count]) => count / (intents.get(label) ?? 1),
    );
    // Number of intents that use it, weighted by frequency.
    const breadth = shares.reduce((sum, share) => sum + Math.min(1, 5 * share), 0);
    return Math.log((intents.size + 1) / (breadth + 0.5));
  });
  return quantise({ intercept: 0, weights });
}

function fit(rows: readonly DataRow[]): SameIssueWeights {
  const termWeights = fitTermWeights(rows);
  const termWeight = termWeightOf(readModel(termWeights));
  const examples = issuePairs(rows, pairsLearned).map(({ a, b, label }) => ({
    features: denseFeatures(likenessOf(textsOf(a), textsOf(b), termWeight)),
    label: label === 1 ? 1 : 0,
  }));
  const { intercept, weights } = fitLogistic(examples, { size: 10, l2: 0.1 });
  return {
    telling: termWeights,
    likeness: {
      intercept: Number(intercept.toPrecision(9)),
      weights: Array.from(weights, (weight) => Number(weight.toPrecision(9))),
    },
  };
}

const bars = { AUC: { must: 0.88, goal: 0.95 } };

function measureOn(dataSet: DataSetName, label: string, groupOf: (row: DataRow) => string) {
  return {
    ...binaryMeasure({
      dataSet,
      label,
      truthOf: (row) => (row.label === 1 || row.label === 0 ? row.label : null),
      groupOf,
      bars,
      path: "pairs of single requests",
      verdicts: { low: 0.5, high: 0.5, says: ["another issue", "the same issue"] },
    }),
    madeOf: (rows: readonly DataRow[]) => issuePairs(rows, pairsMeasured),
  };
}

const sets = ["intent.banking77", "intent.clinc150"] as const;

export const sameIssueRecipe = defineRecipe({
  evaluator: "same_issue",
  about: {
    task: "Whether two contacts of a customer are about the same issue.",
    data: "Banking77 (CC BY 4.0), CLINC150 (CC BY 3.0): pairs of requests of one intent and of two, half and half, made here.",
    method:
      "Shared words by stem or by group of like words, pairs of words and runs of four letters, each weighed by how few intents use it; ten likenesses in a logistic regression.",
    weaknesses:
      "Requests that say the same in other words, and near neighbours that share theirs. No meaning is known beside forty groups of like words. The pairs are of single short requests and half of them are of one intent, which no customer's cases are.",
  },
  measures: [
    ...sets.map((set) =>
      measureOn(
        set,
        "both requests are of one intent; neither intent was learned from",
        (row) => `${row.dataSet} ${groupOfIntent(row)}`,
      ),
    ),
    ...sets.map((set) =>
      measureOn(
        set,
        "both requests are of one intent; learned from the other set alone",
        (row) => row.dataSet,
      ),
    ),
  ],
  weights: { file: "lib/evaluators/same-issue/weights.gen.json", learnsFrom: sets, fit },
  scorer: (weights: SameIssueWeights) => createSameIssueScorer(createSameIssueJudge(weights)),
});
