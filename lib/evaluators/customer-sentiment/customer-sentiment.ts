import type { Evidence, Interaction, Message, Verdict } from "@/lib/domain/case/case";
import { bandLimits } from "@/lib/domain/quality/evaluator-catalogue";
import { probabilityOf } from "@/lib/learning/linear-model";
import { isOtherLanguage } from "@/lib/learning/find-language";
import type { EvaluationContext, Evaluator } from "../contract";
import { findFrustration } from "./find-frustration";
import { readFrustration, type FrustrationReader } from "./read-frustration";

/** Scores the customer's frustration over a contact; agents' sentiment is never judged. */
export const customerSentiment: Evaluator<"interaction"> = {
  name: "customer_sentiment",
  version: 7,
  question: "Was the customer frustrated in this contact?",
  target: "interaction",
  direction: "lower-is-better",
  evaluate: judgeContact,
};

const quotesMax = 4;

function judgeContact(interaction: Interaction, context: EvaluationContext): Verdict {
  if (!interaction.isTouchpoint) {
    return { status: "not-applicable", because: "The customer took no part in this contact." };
  }
  const messages = context.messagesOf(interaction.ordinal);
  const hasCustomerWords = messages.some(({ speaker }) => speaker === "customer");
  if (interaction.strippedCount > 0 && !hasCustomerWords) {
    return { status: "not-scorable", because: "The words were removed before they reached us." };
  }
  return judgeFrustration(messages);
}

type Mood = {
  readonly message: Message;
  readonly odds: number;
  /** At least one half where the customer says so in so many words. */
  readonly probability: number;
  readonly isExplicit: boolean;
};

/**
 * Probability that the customer is frustrated: of the message if there is only one, else of the
 * whole conversation; at least one half where they say so in so many words. The evidence is the
 * turning points, every second of which is an improvement.
 * @param read by default with the shipped weights
 */
export function judgeFrustration(
  messages: readonly Message[],
  read: FrustrationReader = readFrustration,
): Verdict {
  const said = messages.filter(({ speaker, text }) => speaker === "customer" && text.trim() !== "");
  if (said.length === 0) return { status: "not-scorable", because: "The customer said nothing." };
  if (said.every(({ text }) => isOtherLanguage(text))) {
    return {
      status: "not-scorable",
      because: "The customer writes another language than English.",
    };
  }
  const moods = said.map((message): Mood => {
    const odds = read.oddsOf(message.text);
    const isExplicit = findFrustration(message.text) !== null;
    return { message, odds, isExplicit, probability: raised(probabilityOf(odds), isExplicit) };
  });
  const [only] = moods;
  const isConversation = messages.some(({ speaker }) => speaker === "agent") || moods.length > 1;
  const value =
    !isConversation && only !== undefined
      ? only.probability
      : ofConversation(messages, moods, read);
  return {
    status: "scored",
    value: Math.round(value * 1e6) / 1e6,
    because: sentenceOf(value, moods),
    evidence: turningPoints(moods, value).slice(0, quotesMax).map(quoteOf),
  };
}

/**
 * Of a conversation. Where no person answered, what only its course suggests (refusals, repetition)
 * stays below one half: the model learned from people's conversations, and of 14 such contacts of
 * AI agents three were frustrated.
 */
function ofConversation(
  messages: readonly Message[],
  moods: readonly Mood[],
  read: FrustrationReader,
): number {
  const odds = moods.map((mood) => mood.odds);
  const probability = read.ofContact(messages, odds);
  if (moods.some(({ isExplicit }) => isExplicit)) return raised(probability, true);
  const isHeard = moods.some((mood) => mood.probability >= 0.5);
  const isOfPeople = messages.some(({ agentKind }) => agentKind === "human");
  return isHeard || isOfPeople || probability < 0.5
    ? probability
    : unheardFrom + (probability - 0.5) / 100;
}

/** Up to 0.499, in the order of the probabilities. */
const unheardFrom = 0.494;

/** Keeps the order of two explicit ones. */
function raised(probability: number, isExplicit: boolean): number {
  return isExplicit ? (1 + probability) / 2 : probability;
}

/** Below it a message shows that the customer is no longer frustrated; between it and one half it shows neither. */
const relievedBelow = bandLimits("customer_sentiment").low;

/**
 * Of a frustrated contact, where the mood changes, in order: up, down, up…, or without a change its most frustrated
 * message; of any other, none.
 */
function turningPoints(moods: readonly Mood[], value: number): readonly Mood[] {
  if (value < 0.5) return [];
  let isFrustrated = false;
  const turns = moods.filter(({ probability }) => {
    const isTurn = isFrustrated ? probability < relievedBelow : probability >= 0.5;
    if (isTurn) isFrustrated = !isFrustrated;
    return isTurn;
  });
  return turns.length > 0 ? turns : moods.toSorted((a, b) => b.odds - a.odds).slice(0, 1);
}

function sentenceOf(value: number, moods: readonly Mood[]): string {
  const count = moods.filter(({ probability }) => probability >= 0.5).length;
  if (value >= 0.5 && count === 0) {
    return "The customer may be frustrated over the contact as a whole; no message alone sounds so.";
  }
  // One message that the model takes for frustrated ("Nope!") is none where the contact is calm.
  if (value < 0.5) {
    return "Nothing was found that says the customer is frustrated.";
  }
  const said = `${String(count)} of ${String(moods.length)} ${moods.length === 1 ? "message sounds" : "messages sound"} frustrated`;
  const isLast = (moods.at(-1)?.probability ?? 0) >= 0.5;
  return `The customer may be frustrated: ${said}${isLast ? ", the last too" : ""}.`;
}

function quoteOf({ message }: Mood): Evidence {
  return { message: message.ordinal, start: 0, end: message.text.length };
}
