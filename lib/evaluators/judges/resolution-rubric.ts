import type { Rubric } from "./rubric";

export const resolutionRubric: Rubric = {
  evaluator: "conversation_resolution",
  version: 1,
  target: "interaction",
  question: "Did the customer get what they came for by the end of this contact?",
  scale:
    "1: each request was carried out or answered, and a tool's result or the customer's own words show it. " +
    "0.5: some requests were, others were not, or the last step is left to the customer. " +
    "0: the request was refused, failed, was passed on, or was still open at the end.",
  notApplicable: "the customer asked for nothing",
  notScorable: "the contact breaks off, or it is in a language you cannot read",
  cautions: [
    "An agent who says that it is done, where the tool that should have done it failed, has not done it.",
    "Thanks and goodbyes are politeness; they are no proof.",
    "A promise to do it later is not a resolution.",
    "Where rules forbid what was asked, a refusal does not get the customer what they came for.",
  ],
  mustQuote: "anybody",
  of: "anybody",
};
