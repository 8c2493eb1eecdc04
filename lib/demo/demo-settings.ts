import { suggestedPersona, type PersonaContract } from "@/lib/domain/persona-contract";
import type { Settings } from "@/lib/domain/settings";
import { sharedTemplate } from "./ai-agents";
import { weekCount, weekUs } from "./calendar";
import type { DemoSeed } from "./demo-export";

/**
 * What the demo's company has decided: how its AI agents are to speak. E-mail is allowed to be more formal,
 * social posts to have emoji; no channel is allowed to turn stiff on the phone.
 */
export function demoSettings({ endUs }: DemoSeed): Pick<Settings, "persona"> {
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
      prompts: ["v6", "v7", "v8"].map((version) => `${sharedTemplate}@${version}`),
    },
  };
  return { persona };
}
