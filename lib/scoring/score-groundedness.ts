import type { Message, Retrieval } from "@/lib/domain/case/case";
import type { Evaluator } from "@/lib/evaluators/contract";
import { faithfulnessWith } from "@/lib/evaluators/groundedness/faithfulness";
import { groundedness, groundednessWith } from "@/lib/evaluators/groundedness/groundedness";
import {
  groundingModelSchema,
  type GroundingModel,
} from "@/lib/evaluators/groundedness/grounding-model";
import stored from "@/lib/evaluators/groundedness/weights.gen.json";
import { returnedFigures } from "@/lib/evaluators/returned-figures/returned-figures";
import { contextOf } from "@/lib/evaluators/run-evaluators";
import { caseOfRow } from "./case-of-row";
import { lineOfVerdict } from "./line-of-verdict";
import type { Row } from "./row";
import type { Scorer } from "./scorer";

/** A scorer of whether a row's `context` supports its last answer. */
export function groundednessScorer(model: GroundingModel): Scorer {
  return refuseWithoutContext(scorerOf(groundednessWith(model)));
}

/** `groundednessScorer` with the shipped weights. */
export const scoreGroundedness: Scorer = refuseWithoutContext(scorerOf(groundedness));

/** A scorer of whether tools, the customer or the instructions named the figures of a row's last answer. */
const scoreReturnedFigures: Scorer = scorerOf(returnedFigures);

/** A scorer of whether a row's last answer agrees with its `context` and tool results; without `context` its figures. */
export function faithfulnessScorer(model: GroundingModel): Scorer {
  const score = scorerOf(faithfulnessWith(model));
  return (row) => (row.context === undefined ? scoreReturnedFigures(row) : score(row));
}

/** `faithfulnessScorer` with the shipped weights. */
export const scoreFaithfulness: Scorer = faithfulnessScorer(groundingModelSchema.parse(stored));

/**
 * Wraps a scorer: rows without `context` are not scorable. An empty one is scored: it is a search without results.
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

/** The retrievals of a row's answer; none without `context`. */
function retrievalsOf({ context }: Row, { interaction, atUs }: Message): readonly Retrieval[] {
  if (context === undefined) return [];
  const passages = context.map((text) => ({ id: null, text, score: null }));
  return [{ interaction, atUs, span: null, passages }];
}
