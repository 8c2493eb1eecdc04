import { suggestedPersona, type PersonaContract } from "@/lib/domain/settings/persona-contract";
import { defaultSettings, type CostRates, type Settings } from "@/lib/domain/settings/settings";
import { sharedTemplate } from "./ai-agents";
import { weekCount, weekUs } from "./calendar";
import type { DemoSeed } from "./demo-export";

/**
 * The demo company's settings. Persona: e-mail may be more formal, social posts may have emoji, voice must not be
 * stiff. Resolution targets in business hours for all types but accounts. Cost rates.
 */
export function demoSettings({
  endUs,
}: DemoSeed): Pick<Settings, "persona" | "caseTypes" | "costRates" | "disclosureRules"> {
  const { terms } = suggestedPersona;
  const persona: PersonaContract = {
    version: 1,
    approval: { atUs: endUs - weekCount * weekUs, by: "Fernway brand team" },
    terms: {
      ...terms,
      attributes: {
        ...terms.attributes,
        formality: { target: 1.8, tolerance: 0.8 },
        warmth: { target: 4, tolerance: 0.8 },
        empathy: { target: 3.6, tolerance: 0.9 },
        directness: { target: 3.6, tolerance: 0.9 },
        contractionRate: { target: 90, tolerance: 25 },
        sentenceLength: { target: 10, tolerance: 4 },
        readingGrade: { target: 6, tolerance: 3 },
      },
      allowances: {
        ...terms.allowances,
        email: {
          formality: { target: 3, tolerance: 0.8 },
          warmth: { target: 3.5, tolerance: 0.8 },
          contractionRate: { target: 30, tolerance: 35 },
          sentenceLength: { target: 7, tolerance: 3 },
        },
        sms: {
          sentenceLength: { target: 8, tolerance: 4 },
          empathy: { target: 3.4, tolerance: 0.9 },
        },
        social: {
          emojiRate: { target: 4, tolerance: 4 },
          sentenceLength: { target: 9, tolerance: 4 },
        },
      },
      bannedPhrases: ["please be advised", "do not hesitate", "calm down"],
      prompts: ["v6", "v7", "v8", "v9"].map((version) => `${sharedTemplate}@${version}`),
    },
  };
  const within = (resolveWithinBusinessHours: number) => ({
    ...{ horizonDays: null, isFirstContactResolvable: true, resolveWithinBusinessHours },
  });
  const caseTypes = {
    refund: within(24),
    delivery: within(16),
    billing: within(24),
    outage: within(8),
  };
  const on = [...defaultSettings.disclosureRules.on, "sms-opt-out", "instalment-terms"];
  const disclosureRules = { ...defaultSettings.disclosureRules, on };
  return { persona, caseTypes, costRates, disclosureRules };
}

const costRates: CostRates = {
  currency: "EUR",
  perAiTouchpoint: 0.35,
  perHumanMinute: 0.8,
  perTouchpoint: {
    ...{ voice: 0.12, chat: 0, email: 0, sms: 0.06, social: 0, in_app: 0, unknown: 0 },
  },
};
