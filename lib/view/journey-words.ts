import type { JourneyStep } from "./cases-page-model";
import { agentWords, channelWords } from "./wording";

/** Tells a journey in words: "Chat AI, then Voice AI then human". */
export function journeyWords(journey: readonly JourneyStep[]): string {
  if (journey.length === 0) return "No contact with the customer";
  return journey.map(stepWords).join(", then ");
}

function stepWords({ channel, agentKinds }: JourneyStep): string {
  const agents = agentKinds.map((kind) => agentWords[kind]).join(" then ");
  return agents === "" ? channelWords[channel] : `${channelWords[channel]} ${agents}`;
}
