import type { Evaluator } from "../contract";
import { questionBefore } from "./question-before";
import { findPassageObstacle } from "./find-passage-obstacle";
import { groundedProbability, groundingModelSchema, type GroundingModel } from "./grounding-model";
import { isOwnMatter } from "./is-own-matter";
import { indexSources } from "./index-sources";
import { judgeAnswer } from "./judge-answer";
import { rarityOf } from "./rarity";
import { retrievedFor } from "./retrieved-for";
import stored from "./weights.gen.json";
import { verdictOfClaims } from "./verdict-of-claims";

/** Scores whether the retrieved passages support an answer. */
export function groundednessWith(model: GroundingModel): Evaluator<"message"> {
  const rarity = rarityOf(model.rarity);
  return {
    name: "groundedness",
    version: 4,
    question: "Do the retrieved passages support what this answer says?",
    target: "message",
    direction: "higher-is-better",
    evaluate: (message, context) => {
      const passages = retrievedFor(message, context);
      if (passages === null) {
        return { status: "not-applicable", because: "Nothing was retrieved for this message." };
      }
      const texts = passages.flatMap(({ text }) => (text === null ? [] : [text]));
      const obstacle = findPassageObstacle(
        message,
        passages.length - texts.length,
        texts.join("\n"),
      );
      if (obstacle !== null) return obstacle;
      const before = context
        .messagesOf(message.interaction)
        .filter(({ ordinal }) => ordinal < message.ordinal);
      const judged = judgeAnswer(message.text, questionBefore(message, context), {
        sources: indexSources(texts),
        rarity,
        isLeftOut: (claim) => isOwnMatter(claim, before),
      });
      const value = groundedProbability(judged.figures, model);
      return verdictOfClaims(message, judged, { value, source: "the retrieved passages" });
    },
  };
}

/** `groundednessWith` the shipped weights. */
export const groundedness = groundednessWith(groundingModelSchema.parse(stored));
