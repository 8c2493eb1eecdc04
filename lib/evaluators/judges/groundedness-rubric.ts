import type { Rubric } from "./rubric";

export const groundednessRubric: Rubric = {
  evaluator: "groundedness",
  version: 1,
  target: "message",
  question: "Do the passages support everything that the last message, the answer, asserts?",
  scale:
    "1: each assertion stands in a passage. " +
    "0.5: some do, the others are in none. " +
    "0: an assertion contradicts a passage, or none is supported.",
  notApplicable: "the answer asserts nothing: it asks, greets, or says that it does not know",
  notScorable: "the passages are empty, or are in a language you cannot read",
  cautions: [
    "Use the passages alone; what you know besides does not count.",
    "Compare numbers, names, dates, conditions and negations exactly.",
    "Quote the assertion that decides, from the answer.",
  ],
  mustQuote: "agent",
  of: "anybody",
};
