import type { DemoChannel, GivenScore } from "./model";
import type { Ending } from "./endings";
import type { Scene } from "./scene";

const shareScored = 0.3;
const isEvaluated: Readonly<Record<DemoChannel, boolean>> = {
  voice: false,
  chat: true,
  email: true,
  sms: false,
  social: false,
  in_app: true,
};

/** Adds imported scores to some of the AI agents' contacts. */
export function giveScores(
  { chance, agent, channel }: Scene,
  ending: Ending,
): readonly GivenScore[] {
  if (agent.kind !== "ai" || !isEvaluated[channel] || !chance.happens(shareScored)) return [];
  const isGood = ending === "write" || ending === "confirmed" || ending === "claimed";
  const value = chance.between(isGood ? 62 : 15, isGood ? 98 : 71) / 100;
  return [
    {
      name: "conversation_resolution",
      value,
      label: value >= 0.5 ? "pass" : "fail",
      because:
        value >= 0.5
          ? "The agent named an outcome and the customer raised nothing further."
          : "The customer's request had no outcome by the end of the conversation.",
    },
    {
      name: "tone",
      value: chance.between(55, 99) / 100,
      label: "neutral",
      because: "Polite and even throughout.",
    },
  ];
}
