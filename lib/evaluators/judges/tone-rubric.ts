import type { Rubric } from "./rubric";

export const toneRubric: Rubric = {
  evaluator: "tone",
  version: 1,
  target: "interaction",
  question: "Is the wording of the AI agent in this contact polite?",
  scale:
    "1: courteous throughout: it greets, asks rather than orders, acknowledges trouble. " +
    "0.5: plain and neutral. " +
    "0: curt, blaming, mocking or rude in at least one message.",
  notApplicable: "the AI agent says nothing to the customer",
  notScorable: "its messages are in a language you cannot read",
  cautions: [
    "Judge only the messages whose speaker is the AI agent, and of them the wording alone.",
    "A refusal can be polite; an apology that blames the customer is not.",
    "Say nothing of what anybody feels.",
  ],
  mustQuote: "agent",
  of: "ai",
};
