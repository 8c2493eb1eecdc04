import type { Interaction, Message, Verdict } from "@/lib/domain/case/case";
import { findWrites, saysItActed } from "@/lib/cases/closure/find-writes";
import { resolutionEvaluatorName } from "@/lib/cases/closure/prove-by-judgement";
import { findRequestedActions } from "@/lib/cases/words/requests";
import { splitSentences } from "@/lib/cases/words/sentences";
import { probabilityOf } from "@/lib/learning/linear-model";
import { areOtherLanguage } from "@/lib/learning/find-language";
import type { EvaluationContext, Evaluator } from "../contract";
import { isContent } from "./polarity";
import { readEffort } from "./read-effort";
import { readEnding, type EndingSign } from "./read-ending";
import { readOutcome } from "./read-outcome";
import { resolutionModelSchema, type ResolutionModel } from "./resolution-model";
import { effortKeys, outcomeKeys } from "./sign";
import { weighSigns } from "./weigh-signs";
import stored from "./weights.gen.json";

/** Scores whether a contact's requests were met; its accuracy for AI agents is low, and verdicts say so. */
export function conversationResolutionWith(model: ResolutionModel): Evaluator<"interaction"> {
  return {
    name: resolutionEvaluatorName,
    version: 19,
    question: "Was what the customer wanted done by the end of this contact?",
    target: "interaction",
    direction: "higher-is-better",
    evaluate: (interaction, context) => judgeInteraction(interaction, context, model),
  };
}

/** `conversationResolutionWith` the shipped weights. */
export const conversationResolution = conversationResolutionWith(
  resolutionModelSchema.parse(stored),
);

function judgeInteraction(
  interaction: Interaction,
  { messagesOf }: EvaluationContext,
  model: ResolutionModel,
): Verdict {
  const messages = messagesOf(interaction.ordinal);
  const obstacle = findObstacle(interaction, messages);
  if (obstacle !== null) return obstacle;
  const isHuman = isServedByHuman(messages);
  if (interaction.isPassedOn) {
    return {
      status: "not-scorable",
      because: "The contact was passed on; what became of it is not in its words.",
      ...(isHuman ? {} : { hint: effortValue(messages, model) }),
    };
  }
  return isHuman
    ? weighSigns(readOutcome(messages), outcomeKeys, model.human)
    : judgeEnding(messages, effortValue(messages, model));
}

/** How far a value moves over 0.5 where what was said or done says otherwise than the effort. */
const overruled = 0.1;

/**
 * The verdict of a contact with an AI agent rests on what was said or done at its end; its effort only says how sure
 * it is. Effort alone is a hint.
 */
function judgeEnding(messages: readonly Message[], effort: number): Verdict {
  const signs = readEnding(messages);
  const pro = signs.filter(({ speaks }) => speaks === "for");
  const contra = signs.filter(({ speaks }) => speaks === "against");
  if (pro.length > 0 && contra.length > 0 && !contra.some(({ isDecisive }) => isDecisive)) {
    return {
      status: "not-scorable",
      because: `There are signs on both sides. For it: ${wordsOf(pro)}. Against it: ${wordsOf(contra)}.`,
      evidence: [...pro, ...contra].flatMap(({ evidence }) => evidence),
      hint: effort,
    };
  }
  const decisive = contra.length > 0 ? contra : signs;
  const first = decisive[0];
  if (first === undefined) {
    return {
      status: "not-scorable",
      because: "What was said and done at its end does not decide it.",
      hint: effort,
    };
  }
  const isFor = first.speaks === "for";
  return {
    status: "scored",
    value: isFor
      ? Math.max(effort, rounded(0.5 + overruled * effort))
      : Math.min(effort, rounded(0.5 - overruled * (1 - effort))),
    because: `${isFor ? "For" : "Against"} it: ${wordsOf(decisive)}.`,
    evidence: decisive.flatMap(({ evidence }) => evidence),
  };
}

function wordsOf(signs: readonly EndingSign[]): string {
  return signs.map(({ words }) => words).join("; ");
}

function effortValue(messages: readonly Message[], { ai }: ResolutionModel): number {
  const effort = readEffort(messages);
  const shifts = effortKeys.map(
    (key, at) => (ai.weights[at] ?? 0) * (effort[key] - (ai.usual[at] ?? 0)),
  );
  return rounded(probabilityOf(shifts.reduce((sum, shift) => sum + shift, ai.intercept)));
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** True if people answered: their statement of the outcome can be trusted, an AI agent's cannot. */
export function isServedByHuman(messages: readonly Message[]): boolean {
  return messages.some(({ speaker, agentKind }) => speaker === "agent" && agentKind === "human");
}

function findObstacle(interaction: Interaction, messages: readonly Message[]): Verdict | null {
  if (!interaction.isTouchpoint) {
    return { status: "not-applicable", because: "The customer took no part in this contact." };
  }
  const customerMessages = messages.filter(
    ({ speaker, text }) => speaker === "customer" && text.trim() !== "",
  );
  if (customerMessages.length === 0) {
    const isStripped = interaction.strippedCount > 0;
    const because = isStripped
      ? "The words were removed before they reached us."
      : "The customer said nothing.";
    return { status: "not-scorable", because };
  }
  if (areOtherLanguage(customerMessages.map(({ text }) => text))) {
    return {
      status: "not-scorable",
      because: "The customer did not write in English, the only language we can read.",
    };
  }
  return isUndecided(messages)
    ? {
        status: "not-scorable",
        because:
          "The customer asked for information, and it is not known whether what they got was what they needed.",
      }
    : null;
}

/** An information request that was neither answered nor refused. */
function isUndecided(messages: readonly Message[]): boolean {
  if (!isInformationOnly(messages) || isAccepted(messages)) return false;
  const { lastOutcome, disappointment } = readOutcome(messages);
  return lastOutcome.value !== -1 && disappointment.value === 0;
}

/** The customer accepted the agent's answer. */
function isAccepted(messages: readonly Message[]): boolean {
  const answered = messages.findIndex(({ speaker }) => speaker === "agent");
  return messages.some(
    ({ speaker, text }, at) =>
      speaker === "customer" &&
      answered !== -1 &&
      at > answered &&
      splitSentences(text).some((sentence) => isContent(sentence.text)),
  );
}

const information =
  /\b(what|when|where|which|who|how|why|is there|are there|find|search|look(?:ing)? (?:for|up)|recommend|suggest|information|details|tell me|know|weather|directions|status)\b/i;

/** The customer only requested information, and no tool wrote anything. */
function isInformationOnly(messages: readonly Message[]): boolean {
  const asked = messages.filter((message) => message.speaker === "customer");
  return (
    findWrites(messages).length === 0 &&
    !messages.some(saysItActed) &&
    asked.every(({ text }) => findRequestedActions(text).length === 0) &&
    asked.some(({ text }) => information.test(text))
  );
}
