import type { Evidence, Interaction, Message, Verdict } from "@/lib/domain/case/case";
import { isOtherLanguage } from "@/lib/learning/find-language";
import { readWords } from "@/lib/learning/read-words";
import type { EvaluationContext, Evaluator } from "../contract";
import { aiMessages } from "../persona/ai-messages";
import { measureStyle } from "../style/measure-style";
import { spokenText } from "../spoken-text";
import { withoutControlTokens } from "../without-control-tokens";
import { readPoliteness, type PolitenessReader } from "./read-politeness";

/**
 * Scores the politeness of AI agents' messages in a contact; the verdict also reports formality,
 * warmth, empathy and directness, whose accuracy is not measured. People's tone is never judged.
 */
export const tone: Evaluator<"interaction"> = {
  name: "tone",
  version: 5,
  question: "Were the AI agent's words polite in this contact?",
  target: "interaction",
  direction: "higher-is-better",
  evaluate: judgeContact,
};

/** Fewer words have no tone: "Done.", "Please hold on." */
const wordsMin = 12;

function judgeContact(interaction: Interaction, context: EvaluationContext): Verdict {
  const messages = context.messagesOf(interaction.ordinal);
  const said = aiMessages(messages);
  if (said.length === 0) {
    return interaction.strippedCount > 0 && !interaction.agentKinds.includes("human")
      ? { status: "not-scorable", because: "The words were removed before they reached us." }
      : { status: "not-applicable", because: "No AI agent spoke in this contact." };
  }
  const words = said.reduce((sum, message) => sum + countWords(message), 0);
  if (words < wordsMin) {
    return {
      status: "not-scorable",
      because: `The AI agent said fewer than ${String(wordsMin)} words.`,
    };
  }
  const verdict = judgePoliteness(said);
  if (verdict.status !== "scored") return verdict;
  const worded = said.filter((message) => wordsSaid(message).trim() !== "");
  return { ...verdict, because: `${verdict.because} ${styleSentence(worded)}`.trim() };
}

/** A message as the customer reads it, also where it is written as JSON. */
function wordsSaid(message: Message): string {
  return withoutControlTokens(spokenText(message));
}

function countWords(message: Message): number {
  return readWords(wordsSaid(message)).words.length;
}

/** The other style features, 1 to 5, in words for low and high values. */
const features = [
  ["formality", "informal", "formal"],
  ["warmth", "cool", "warm"],
  ["empathy", "without sympathy", "sympathetic"],
  ["directness", "indirect", "direct"],
] as const;
const [lowTo, highFrom] = [2.5, 3.5];

/** What stands out in the style of some messages; "" if nothing does. */
function styleSentence(messages: readonly Message[]): string {
  const style = measureStyle(messages);
  const words = features.flatMap(([feature, low, high]) => {
    const value = style.of(feature)?.value ?? 3;
    if (value <= lowTo) return [low];
    return value >= highFrom ? [high] : [];
  });
  return words.length === 0 ? "" : `By its style, accuracy not measured: ${words.join(", ")}.`;
}

const word = /[\p{L}\p{N}]/u;
/** Characters of a message that are read: politeness shows at the beginning, and long messages cost time. */
const readMost = 300;

/**
 * Mean politeness of messages; the evidence is the least and the most polite one.
 * @param read by default with the shipped weights
 */
export function judgePoliteness(
  messages: readonly Message[],
  read: PolitenessReader = readPoliteness,
): Verdict {
  const worded = messages
    .map((message) => ({ message, text: wordsSaid(message) }))
    .filter(({ text }) => word.test(text));
  if (worded.length === 0) return { status: "not-scorable", because: "No words were said." };
  const judged = worded
    .map(({ message, text }) => ({ message, beginning: text.trimStart().slice(0, readMost) }))
    .filter(({ beginning }) => !isOtherLanguage(beginning))
    .map(({ message, beginning }) => ({ message, probability: read(beginning) }))
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
