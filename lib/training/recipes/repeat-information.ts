import type { Message } from "@/lib/domain/case/case";
import { createJudgeQuestion } from "@/lib/evaluators/repeat/judge-question";
import { featureNames, questionFeatures } from "@/lib/evaluators/repeat/question-features";
import { slots } from "@/lib/evaluators/slots/slots";
import { denseFeatures } from "@/lib/learning/features";
import { fitLogistic, type Example } from "@/lib/learning/fit-logistic";
import { hashFeature } from "@/lib/learning/hash-feature";
import { quantise, readModel, type StoredModel } from "@/lib/learning/quantise";
import { caseOfRow } from "@/lib/scoring/case-of-row";
import { createRepeatInformationScorer } from "@/lib/scoring/score-repeat-information";
import { bandsOf, binaryMeasure } from "../binary-measure";
import type { DataRow } from "../data-sets";
import { handoffLabel } from "./handoff-label";
import { defineRecipe } from "./recipe";

const label = "the last agent turn asks for what the customer had said";
const truthOf = (row: DataRow) => (typeof row.label === "number" ? row.label : null);
const groupOf = ({ domain }: DataRow) => domain;
/** At a handoff the judge of a single question gives a hint and no verdict. */
const ofQuestion = { path: "single questions, which give hints", verdicts: null };

/** Each row is used once with all slots and the other times with some hidden. */
const copies = 4;
const hiddenShare = 0.35;
const ridge = 2;

function fit(rows: readonly DataRow[]): StoredModel {
  const labelled = rows.filter((row) => truthOf(row) !== null);
  const examples = labelled.flatMap((row) => {
    const { messages } = caseOfRow(row);
    const question = messages.findLast(
      ({ speaker, text }) => speaker === "agent" && text.trim() !== "",
    );
    const labelOfRow = truthOf(row) ?? 0;
    return question === undefined
      ? []
      : examplesOf(question, messages, { id: row.id, label: labelOfRow });
  });
  return quantise(fitLogistic(examples, { size: featureNames.length, l2: ridge }));
}

function examplesOf(
  question: Message,
  messages: readonly Message[],
  { id, label: value }: { id: string; label: number },
): readonly Example[] {
  return Array.from({ length: copies }, (_, copy) => {
    const hidden = new Set(
      copy === 0
        ? []
        : slots.map(({ name }) => name).filter((name) => isHidden(`${id} ${name} ${String(copy)}`)),
    );
    const { numbers } = questionFeatures(question, messages, hidden);
    return { features: denseFeatures(numbers), label: value, weight: 1 / copies };
  });
}

function isHidden(key: string): boolean {
  return hashFeature(key, 10) < hiddenShare * 1024;
}

export const repeatInformationRecipe = defineRecipe({
  evaluator: "repeat_information",
  about: {
    task: "Whether the customer had to say again after a handoff what they had given; of one contact, whether its last question asks for it.",
    data: "STAR and MultiWOZ 2.1 (MIT), where the label is derived from their annotations; of handoffs, contacts of these and of tau-bench with hand-written insertions.",
    method:
      "At a handoff: a question for a kind of value that is known, which the customer does not answer with another value; values and the matter told again unasked count half. A single question: a logistic regression over what it asks for and what had been given, fitted with parts of the list of slots hidden.",
    weaknesses: "Things that no slot names; the same slot for a second task.",
  },
  measures: [
    binaryMeasure({
      dataSet: "handoff.spliced",
      label: "something was asked again after a handoff",
      path: "whole cases: the worst of their handoffs",
      verdicts: bandsOf("repeat_information"),
      truthOf: (row) => (row.dataSet === "handoff.spliced" ? handoffLabel(row).reask : null),
      groupOf,
      bars: {},
    }),
    binaryMeasure({
      dataSet: "context_reask.star",
      label,
      ...ofQuestion,
      truthOf,
      groupOf,
      bars: { AUC: { must: 0.74, goal: 0.82 } },
    }),
    binaryMeasure({
      dataSet: "context_reask.multiwoz",
      label,
      ...ofQuestion,
      truthOf,
      groupOf,
      bars: { AUC: { must: 0.72, goal: 0.8 } },
    }),
  ],
  weights: {
    file: "lib/evaluators/repeat/weights.gen.json",
    learnsFrom: ["context_reask.star", "context_reask.multiwoz"],
    fit,
  },
  scorer: (stored: StoredModel) =>
    createRepeatInformationScorer(createJudgeQuestion(readModel(stored))),
});
