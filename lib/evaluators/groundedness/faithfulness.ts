import type { Message } from "@/lib/domain/case/case";
import type { EvaluationContext, Evaluator } from "../contract";
import { questionBefore } from "./question-before";
import { findPassageObstacle } from "./find-passage-obstacle";
import { groundedProbability, groundingModelSchema, type GroundingModel } from "./grounding-model";
import { indexSources } from "./index-sources";
import { judgeAnswer } from "./judge-answer";
import { rarityOf } from "./rarity";
import { retrievedFor } from "./retrieved-for";
import { verdictOfClaims } from "./verdict-of-claims";
import stored from "./weights.gen.json";

/**
 * Scores whether an answer for which passages were retrieved agrees with them and with what tools
 * returned. Of answers after tools alone, `returned_figures` checks the figures.
 */
export function faithfulnessWith(model: GroundingModel): Evaluator<"message"> {
  const rarity = rarityOf(model.rarity);
  return {
    name: "faithfulness",
    version: 5,
    question: "Does this answer keep to what the passages and the tools returned?",
    target: "message",
    direction: "higher-is-better",
    evaluate: (message, context) => {
      const passages = retrievedFor(message, context);
      if (passages === null) {
        return { status: "not-applicable", because: "Nothing was retrieved for this message." };
      }
      const returned = returnedBefore(message, context);
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
