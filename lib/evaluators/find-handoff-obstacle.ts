import { isParty } from "@/lib/domain/trace/reading";
import type { Handoff, Verdict } from "@/lib/domain/case/case";
import { areOtherLanguage } from "@/lib/learning/find-language";
import type { EvaluationContext } from "./contract";

/** Why a handoff's messages cannot be evaluated, or null. */
export function findHandoffObstacle(
  { fromInteraction, toInteraction }: Handoff,
  { assembled, messagesOf }: EvaluationContext,
): Extract<Verdict, { readonly status: "not-scorable" }> | null {
  const around = [fromInteraction, toInteraction];
  if (around.some((ordinal) => (assembled.interactions[ordinal]?.strippedCount ?? 0) > 0)) {
    return {
      status: "not-scorable",
      because: "Words around this handoff were removed before they reached us.",
    };
  }
  const isUnread = around.some((ordinal) =>
    areOtherLanguage(
      messagesOf(ordinal)
        .filter(({ speaker }) => isParty[speaker])
        .map(({ text }) => text),
    ),
  );
  return isUnread
    ? {
        status: "not-scorable",
        because: "The words around this handoff are not in English, the only language we can read.",
      }
    : null;
}
