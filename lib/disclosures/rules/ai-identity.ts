import type { Message } from "@/lib/domain/case/case";
import { isAgent, type DisclosureRule } from "../rule";

/** Regulation (EU) 2024/1689, Art. 50(1) and (5): at the latest at the time of the first interaction. */
export const aiIdentity: DisclosureRule = {
  id: "ai-identity",
  version: 1,
  title: "Say that an AI is speaking",
  isSpokenBy: isAi,
  says: /\b(an? |our |your |the |['’]s )?ai (assistant|agent|system|service|helper|model|chatbot|representative|concierge)\b|\ban? ai\b|\bai[- ]powered\b|\bartificial intelligence\b|\b(virtual|automated|digital|robot\w*) (\w+ )?(assistant|agent|system|service|helper|representative|concierge|advis[eo]r)\b|\b(i['’]m|i am|this is|as|you['’]re (talking|speaking|chatting) (to|with)|our|your) (an? |the |your |our )?(\w+ )?(chat|voice)?[- ]?bot\b|\bnot (a )?(human|real person)\b|\blanguage model\b/i,
  window: ({ interaction, messages }) => {
    const first = messages.find(isAi);
    if (first !== undefined) {
      return { lastMessage: first, words: "in the AI's first message", caveat: "" };
    }
    return interaction.agentKinds.includes("ai")
      ? { because: "None of the AI's words are there.", hangsOnWords: true }
      : { because: "No AI spoke in this contact.", hangsOnWords: false };
  },
};

function isAi(message: Message): boolean {
  return isAgent(message) && message.agentKind === "ai";
}
