import type { Evidence, Interaction, Message, Verdict } from "@/lib/domain/case";
import { isOtherLanguage } from "@/lib/learning/is-other-language";
import { wordsOf } from "@/lib/learning/words-of";
import type { EvaluationContext, Evaluator } from "../contract";
import { readPoliteness, type PolitenessReader } from "./read-politeness";

/** How polite the agents' words in a contact are. */
export const tone: Evaluator<"interaction"> = {
  name: "tone",
  version: 1,
  question: "Were the agent's words polite in this contact?",
  target: "interaction",
  direction: "higher-is-better",
  evaluate: judgeContact,
};

function judgeContact(interaction: Interaction, context: EvaluationContext): Verdict {
  const messages = context.messagesOf(interaction.ordinal);
  const said = messages.filter(({ speaker }) => speaker === "agent");
  if (said.length === 0) {
    return interaction.strippedCount > 0
      ? { status: "not-scorable", because: "The words were removed before they reached us." }
      : { status: "not-applicable", because: "No agent spoke in this contact." };
  }
  return judgePoliteness(said);
}

/**
 * The mean politeness of messages; the evidence is the least and the most polite of them.
 * @param read by default with the shipped weights
 */
export function judgePoliteness(
  messages: readonly Message[],
  read: PolitenessReader = readPoliteness,
): Verdict {
  const worded = messages.filter(({ text }) => wordsOf(text).length > 0);
  if (worded.length === 0) return { status: "not-scorable", because: "No words were said." };
  const english = worded.filter(({ text }) => !isOtherLanguage(text));
  const judged = english
    .map((message) => ({ message, probability: read(message.text) }))
    .toSorted((a, b) => a.probability - b.probability);
  const [least] = judged;
  const most = judged.at(-1);
  if (least === undefined || most === undefined) {
    return { status: "not-scorable", because: "The words are in another language than English." };
  }
  const value = judged.reduce((sum, { probability }) => sum + probability, 0) / judged.length;
  const polite = judged.filter(({ probability }) => probability >= 0.5).length;
  return {
    status: "scored",
    value: Math.round(value * 1e6) / 1e6,
    because:
      judged.length === 1
        ? `The message sounds ${polite === 1 ? "polite" : "impolite"}.`
        : `${String(polite)} of ${String(judged.length)} messages sound polite.`,
    evidence: (least === most ? [least] : [least, most]).map(({ message }) => quoteOf(message)),
  };
}

function quoteOf({ ordinal, text }: Message): Evidence {
  return { message: ordinal, start: 0, end: text.length };
}
