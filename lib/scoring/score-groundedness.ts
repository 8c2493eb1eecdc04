import type { Message, Retrieval } from "@/lib/domain/case/case";
import type { Evaluator } from "@/lib/evaluators/contract";
import { faithfulness, faithfulnessWith } from "@/lib/evaluators/groundedness/faithfulness";
import { groundedness, groundednessWith } from "@/lib/evaluators/groundedness/groundedness";
import type { GroundingModel } from "@/lib/evaluators/groundedness/grounding-model";
import { contextOf } from "@/lib/evaluators/run-evaluators";
import { caseOfRow } from "./case-of-row";
import { lineOfVerdict } from "./line-of-verdict";
import type { Row } from "./row";
import type { Scorer } from "./scorer";

/** Whether a row's `context` supports its last answer, with given weights. */
export function groundednessScorer(model: GroundingModel): Scorer {
  return refuseWithoutContext(scorerOf(groundednessWith(model)));
}

/** Whether a row's `context` supports its last answer. */
export const scoreGroundedness: Scorer = refuseWithoutContext(scorerOf(groundedness));

/** Whether a row's last answer keeps to its `context` and to what its tools returned, with given weights. */
export function faithfulnessScorer(model: GroundingModel): Scorer {
  return scorerOf(faithfulnessWith(model));
}

/** Whether a row's last answer keeps to its `context` and to what its tools returned. */
export const scoreFaithfulness: Scorer = scorerOf(faithfulness);

/**
 * The same scorer, which says of a row without `context` that it cannot be scored. An empty one is scored:
 * it is a search that found nothing.
 */
function refuseWithoutContext(scorer: Scorer): Scorer {
  return (row) =>
    row.context === undefined
      ? {
          id: row.id,
          status: "not-scorable",
          value: null,
          because: "The row does not say which passages were retrieved for the answer.",
          evidence: [],
        }
      : scorer(row);
}

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
    const retrievals = retrievalsOf(row, answer);
    const verdict = evaluate(answer, contextOf({ ...assembled, retrievals }));
    return { id: row.id, ...lineOfVerdict(verdict, assembled) };
  };
}

/** What was looked up for a row's answer: nothing was where the row has no `context`. */
function retrievalsOf({ context }: Row, { interaction, atUs }: Message): readonly Retrieval[] {
  if (context === undefined) return [];
  const passages = context.map((text) => ({ id: null, text, score: null }));
  return [{ interaction, atUs, span: null, passages }];
}
