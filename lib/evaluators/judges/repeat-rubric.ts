import type { Rubric } from "./rubric";

export const repeatRubric: Rubric = {
  evaluator: "repeat_information",
  version: 1,
  target: "handoff",
  question:
    "After this handoff, did an agent ask the customer for something that had been given before it?",
  scale:
    "1: it plainly asked for a value, a reason or a step that stands in the messages before the handoff. " +
    "0.5: it asked for something close to it. " +
    "0: it asked for nothing that was known.",
  notApplicable: "nothing was given before the handoff, or no agent spoke after it",
  notScorable: "the words before or after the handoff are missing or in a language you cannot read",
  cautions: [
    "Asking for a name, a birth date or a code to check who is speaking is not repetition.",
    "Reading a value back to confirm it is not repetition.",
    "Asking for what was left unclear is not repetition.",
    "What a tool returned before the handoff was known as well.",
  ],
  mustQuote: "agent",
  of: "anybody",
};
