import type { Retrieval } from "@/lib/domain/case";
import type { Evaluator } from "@/lib/evaluators/contract";
import { faithfulness, faithfulnessWith } from "@/lib/evaluators/faithfulness";
import { groundedness, groundednessWith } from "@/lib/evaluators/groundedness";
import type { GroundingModel } from "@/lib/evaluators/groundedness/grounding-model";
import { contextOf } from "@/lib/evaluators/run-evaluators";
import { caseOfRow } from "./case-of-row";
import { lineOfVerdict } from "./line-of-verdict";
import type { Scorer } from "./scorer";

/** Whether a row's `context` supports its last answer, with given weights. */
export function groundednessScorer(model: GroundingModel): Scorer {
  return scorerOf(groundednessWith(model));
}

/** Whether a row's `context` supports its last answer. */
export const scoreGroundedness: Scorer = scorerOf(groundedness);

/** Whether a row's last answer keeps to its `context` and to what its tools returned, with given weights. */
export function faithfulnessScorer(model: GroundingModel): Scorer {
  return scorerOf(faithfulnessWith(model));
}

/** Whether a row's last answer keeps to its `context` and to what its tools returned. */
export const scoreFaithfulness: Scorer = scorerOf(faithfulness);

function scorerOf({ evaluate }: Evaluator<"message">): Scorer {
  return (row) => {
    const assembled = caseOfRow(row);
    const answer = assembled.messages.findLast(
      ({ speaker, text }) => speaker === "agent" && text.trim() !== "",
    );
    if (answer === undefined) {
      return {
        id: row.id,
        status: "not-scorable",
        value: null,
        because: "The row has no answer of an agent.",
        evidence: [],
      };
    }
    const retrieval: Retrieval = {
      interaction: answer.interaction,
      atUs: answer.atUs,
      span: null,
      passages: row.context.map((text) => ({ id: null, text, score: null })),
    };
    const verdict = evaluate(answer, contextOf({ ...assembled, retrievals: [retrieval] }));
    return { id: row.id, ...lineOfVerdict(verdict, assembled) };
  };
}
