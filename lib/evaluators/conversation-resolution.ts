import type { Interaction, Message, Verdict } from "@/lib/domain/case";
import { resolutionEvaluatorName } from "@/lib/cases/closure/prove-by-judgement";
import type { EvaluationContext, Evaluator } from "./contract";
import { readSignals } from "./resolution/read-signals";
import { weighSignals } from "./resolution/weigh-signals";

/** Judges from what was said and done whether a contact's requests were met; a weak judge, and says so. */
export const conversationResolution: Evaluator<"interaction"> = {
  name: resolutionEvaluatorName,
  version: 1,
  question: "Was what the customer wanted done by the end of this contact?",
  target: "interaction",
  direction: "higher-is-better",
  evaluate: judgeInteraction,
};

function judgeInteraction(interaction: Interaction, context: EvaluationContext): Verdict {
  const messages = context.messagesOf(interaction.ordinal);
  const obstacle = findObstacle(interaction, messages);
  if (obstacle !== null) return obstacle;
  const signals = readSignals(messages);
  if (signals.isInformationOnly && signals.acceptance === null) {
    return {
      status: "not-scorable",
      because: "The customer asked for information, and nothing shows whether they accepted it.",
    };
  }
  return weighSignals(signals);
}

function findObstacle(interaction: Interaction, messages: readonly Message[]): Verdict | null {
  if (!interaction.isTouchpoint) {
    return { status: "not-applicable", because: "The customer took no part in this contact." };
  }
  const isHeard = messages.some((message) => message.speaker === "customer");
  if (interaction.strippedCount > 0 && !isHeard) {
    return { status: "not-scorable", because: "The words were removed before they reached us." };
  }
  if (!isHeard) return { status: "not-scorable", because: "The customer said nothing." };
  return null;
}
