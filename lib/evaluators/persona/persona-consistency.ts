import type { Evidence, Interaction, Message, Verdict } from "@/lib/domain/case/case";
import type { ApprovedPersona } from "@/lib/domain/settings/persona-contract";
import { areOtherLanguage } from "@/lib/learning/find-language";
import type { Evaluator } from "../contract";
import { aiMessages } from "./ai-messages";
import { findBreaches } from "./find-breaches";
import { findDrifts } from "./find-drifts";
import { measureStyle } from "../style/measure-style";

const wordsMin = 25;
const quotesMost = 6;

/** Scores whether an AI agent's messages keep to the approved persona contract of the channel. */
export const personaConsistency: Evaluator<"interaction"> = {
  name: "persona_consistency",
  version: 1,
  question: "Did the AI agent speak as the approved persona contract says, on this channel?",
  target: "interaction",
  direction: "higher-is-better",
  evaluate: (interaction, context) => {
    const { persona } = context;
    if (persona === null) {
      return { status: "not-applicable", because: "No persona contract is approved." };
    }
    const aiSpoken = aiMessages(context.messagesOf(interaction.ordinal));
    return findObstacle(interaction, aiSpoken) ?? judge(interaction, aiSpoken, persona);
  },
};

function findObstacle(interaction: Interaction, aiSpoken: readonly Message[]): Verdict | null {
  if (aiSpoken.length === 0 && interaction.strippedCount > 0) {
    return {
      status: "not-scorable",
      because: "The agent's words were removed before they reached us.",
    };
  }
  if (aiSpoken.length === 0) {
    return { status: "not-applicable", because: "No AI agent said anything in this contact." };
  }
  if (areOtherLanguage(aiSpoken.map(({ text }) => text))) {
    return {
      status: "not-scorable",
      because: "The agent's words are not in English, the only language we can measure.",
    };
  }
  return null;
}

/**
 * 1 / (1 + sum of excesses in tolerances + number of broken rules): one broken rule, or one feature
 * one tolerance beyond its range, gives 0.5.
 */
function judge(
  { channel }: Interaction,
  aiSpoken: readonly Message[],
  { version, terms }: ApprovedPersona,
): Verdict {
  const breaches = findBreaches(aiSpoken, terms);
  const measures = measureStyle(aiSpoken);
  const isEnough = measures.words >= wordsMin;
  if (!isEnough && breaches.length === 0) {
    return {
      status: "not-scorable",
      because: `The AI agent said ${String(measures.words)} words, too few to measure how it speaks.`,
    };
  }
  const drifts = isEnough ? findDrifts(measures, terms, channel) : [];
  const distance = drifts.reduce((sum, { excess }) => sum + excess, breaches.length);
  const found = [...breaches, ...drifts];
  if (found.length === 0) {
    return {
      status: "scored",
      value: 1,
      because: `Everything measured keeps version ${String(version)} of the contract.`,
      evidence: [],
    };
  }
  const evidence: Evidence[] = found.flatMap(({ quotes }) => quotes).slice(0, quotesMost);
  return {
    status: "scored",
    value: 1 / (1 + distance),
    because: `Against version ${String(version)} of the contract: ${found.map(({ words }) => words).join("; ")}.`,
    evidence,
  };
}
