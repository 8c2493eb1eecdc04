import type { Rubric } from "./rubric";

export const retentionRubric: Rubric = {
  evaluator: "context_retention",
  version: 1,
  target: "handoff",
  question: "Did whoever took over keep what was known before this handoff?",
  scale:
    "Give the share that was kept of the facts, promises and tried steps that the rest of the case needed: " +
    "1 where none was asked again, contradicted or lost, 0 where all were.",
  notApplicable: "nothing known before the handoff was needed after it, or nobody spoke after it",
  notScorable: "the words before or after the handoff are missing or in a language you cannot read",
  cautions: [
    "What was not needed any more is not lost.",
    "Asking again, naming another value and denying a promise all count as not kept.",
    "A fact that the customer had to say again of their own accord was not kept either.",
  ],
  mustQuote: "agent",
  of: "anybody",
};
