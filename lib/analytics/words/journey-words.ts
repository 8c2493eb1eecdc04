import type { SwitchVerdict } from "../facets/case-facets";
import type { JourneyStep } from "@/lib/format/journey-step";
import { agentWords, channelWords } from "@/lib/format/wording";

/**
 * A journey in words: "Chat AI, then Voice AI then human", with what went wrong in between.
 * @param verdicts one between each two steps, where they are known
 */
export function journeyWords(
  journey: readonly JourneyStep[],
  verdicts: readonly SwitchVerdict[] = [],
): string {
  if (journey.length === 0) return "No contact";
  return journey
    .map((step, index) => `${index === 0 ? "" : joint(verdicts[index - 1])}${stepWords(step)}`)
    .join("");
}

function joint(verdict: SwitchVerdict | undefined): string {
  return verdict === undefined ? ", then " : jointWords[verdict];
}

const jointWords: Readonly<Record<SwitchVerdict, string>> = {
  kept: ", then ",
  unknown: ", then ",
  "asked-again": ", asked again, then ",
  "said-again": ", said again, then ",
  lost: ", something lost, then ",
};

function stepWords({ channel, agentKinds }: JourneyStep): string {
  const agents = agentKinds.map((kind) => agentWords[kind]).join(" then ");
  return agents === "" ? channelWords[channel] : `${channelWords[channel]} ${agents}`;
}
