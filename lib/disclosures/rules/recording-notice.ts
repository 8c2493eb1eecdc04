import { isAgent, type DisclosureRule } from "../rule";

const firstTurns = 2;
const firstUs = 30_000_000;

/**
 * Laws of states that require every party's consent, e.g. Cal. Penal Code § 632; applied if the region is unknown.
 */
export const recordingNotice: DisclosureRule = {
  id: "recording-notice",
  version: 1,
  title: "Say that the call is recorded",
  isSpokenBy: isAgent,
  says: /\b(calls?|conversations?|lines?|we|we['’]re|being)\b[^.!?]{0,40}\b(record(ed|ing)?|monitor(ed|ing)?)\b|\brecorded (line|call)\b|\b(recorded|recording|monitored)\b[^.!?]{0,40}\b(quality|training)\b/i,
  window: ({ interaction, messages }) => {
    if (interaction.channel !== "voice") {
      return { because: "It is not a call.", hangsOnWords: false };
    }
    if (!interaction.isTouchpoint) {
      return { because: "The customer took no part in this contact.", hangsOnWords: false };
    }
    const agents = messages.filter(isAgent);
    const early = agents.filter(
      ({ atUs }, index) => index < firstTurns || atUs <= interaction.startUs + firstUs,
    );
    const lastMessage = early.at(-1);
    if (lastMessage === undefined) {
      return { because: "No agent spoke in this call.", hangsOnWords: true };
    }
    return {
      lastMessage,
      words: "in the agent's first two turns or thirty seconds",
      caveat: "An announcement before the agent spoke would not be in the transcript.",
    };
  },
};
