import {
  conversationResolution,
  conversationResolutionWith,
} from "@/lib/evaluators/resolution/conversation-resolution";
import type { ResolutionModel } from "@/lib/evaluators/resolution/resolution-model";
import { contextOf } from "@/lib/evaluators/run-evaluators";
import { caseOfRow } from "./case-of-row";
import { lineOfVerdict } from "./line-of-verdict";
import type { Scorer } from "./scorer";

/** A scorer of whether the customer's goal was reached by the end of a row's first contact. */
export function conversationResolutionScorer(model: ResolutionModel): Scorer {
  return scorerOf(conversationResolutionWith(model));
}

/** `conversationResolutionScorer` with the shipped weights. */
export const scoreConversationResolution: Scorer = scorerOf(conversationResolution);

function scorerOf({ evaluate }: typeof conversationResolution): Scorer {
  return (row) => {
    const assembled = caseOfRow(row);
    const context = contextOf(assembled);
    const [interaction] = assembled.interactions;
    if (interaction === undefined) {
      return {
        id: row.id,
        status: "not-scorable",
        value: null,
        because: "The row has no messages.",
        evidence: [],
      };
    }
    const verdict = evaluate(interaction, context);
    return { id: row.id, ...lineOfVerdict(verdict, assembled) };
  };
}
