import { isAgent, type DisclosureRule } from "../rule";

/** 47 CFR § 64.1200: the first text of a sender says how to opt out. */
export const smsOptOut: DisclosureRule = {
  id: "sms-opt-out",
  version: 1,
  title: "Say how to stop text messages",
  isSpokenBy: isAgent,
  says: /\b(reply|text|send|txt|write)\b[^.!?]{0,12}\b(stop|end|quit|unsubscribe)\b|\bopt[ -]?out\b|\bunsubscribe\b|\bSTOP\b[^.!?]{0,20}\b(to|for|ends?|cancels?)\b/i,
  window: ({ interaction, messages }) => {
    if (interaction.channel !== "sms") {
      return { because: "It is not a text message.", hangsOnWords: false };
    }
    if (interaction.initiator !== "agent") {
      return { because: "The customer wrote first.", hangsOnWords: true };
    }
    const first = messages.find(isAgent);
    if (first === undefined) {
      return { because: "None of the agent's words are there.", hangsOnWords: true };
    }
    return { lastMessage: first, words: "in the first text message", caveat: "" };
  },
};
