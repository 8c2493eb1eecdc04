import type { Message, Verdict } from "@/lib/domain/case/case";
import type { EvaluationContext, Evaluator } from "../contract";
import { questionBefore } from "./question-before";
import { checkFigures } from "./check-figures";
import { findPassageObstacle } from "./find-passage-obstacle";
import { groundedProbability, groundingModelSchema, type GroundingModel } from "./grounding-model";
import { indexSources } from "./index-sources";
import { judgeAnswer } from "./judge-answer";
import { rarityOf } from "./rarity";
import { retrievedFor } from "./retrieved-for";
import { verdictOfClaims } from "./verdict-of-claims";
import stored from "./weights.gen.json";

/**
 * Scores whether an answer agrees with its sources: all claims if passages were retrieved for it,
 * only its figures if tools alone had answered.
 */
export function faithfulnessWith(model: GroundingModel): Evaluator<"message"> {
  const rarity = rarityOf(model.rarity);
  return {
    name: "faithfulness",
    version: 3,
    question: "Does this answer keep to what the passages and the tools returned?",
    target: "message",
    direction: "higher-is-better",
    evaluate: (message, context) => {
      const returned = returnedBefore(message, context);
      const passages = retrievedFor(message, context);
      if (passages === null) return judgeFigures(message, returned, context);
      const texts = passages.flatMap(({ text }) => (text === null ? [] : [text]));
      const obstacle = findPassageObstacle(
        message,
        passages.length - texts.length,
        texts.join("\n"),
      );
      if (obstacle !== null) return obstacle;
      const judged = judgeAnswer(message.text, questionBefore(message, context), {
        sources: indexSources([...texts, ...returned.map(({ text }) => text)]),
        rarity,
      });
      const value = groundedProbability(judged.figures, model);
      return verdictOfClaims(message, judged, { value, source: "passages and tools" });
    },
  };
}

/** `faithfulnessWith` the shipped weights. */
export const faithfulness = faithfulnessWith(groundingModelSchema.parse(stored));

function returnedBefore(
  { ordinal, interaction }: Message,
  { messagesOf }: EvaluationContext,
): readonly Message[] {
  return messagesOf(interaction).filter((each) => each.ordinal < ordinal && each.tool !== null);
}

function judgeFigures(
  message: Message,
  returned: readonly Message[],
  { messagesOf }: EvaluationContext,
): Verdict {
  if (message.speaker !== "agent" || returned.length === 0) {
    return { status: "not-applicable", because: "Nothing was returned before this message." };
  }
  const before = messagesOf(message.interaction).filter(({ ordinal }) => ordinal < message.ordinal);
  const checked = checkFigures(message, before);
  if (checked.length === 0) {
    return { status: "not-applicable", because: "The message names no figure." };
  }
  const wrong = checked.filter(({ missing }) => missing.length > 0);
  const right = checked.length - wrong.length;
  const shown = wrong[0] ?? checked[0];
  const first = wrong[0]?.missing[0];
  const sentences =
    checked.length === 1 ? "sentence with figures keeps" : "sentences with figures keep";
  const count = `${String(right)} of ${String(checked.length)} ${sentences} to what tools, the customer or the instructions said`;
  return {
    status: "scored",
    value: Math.round((right / checked.length) * 1e4) / 1e4,
    because: first === undefined ? `${count}.` : `${count}; none of them named “${first}”.`,
    evidence:
      shown === undefined
        ? []
        : [{ message: message.ordinal, start: shown.sentence.start, end: shown.sentence.end }],
  };
}
