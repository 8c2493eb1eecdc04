/** Extractors without a score of 0 to 1: measured on labels and labelled by people like evaluators. */
export const readers = [
  {
    name: "promises",
    version: 2,
    question: "What did agents say would be done, by when, and what became of it?",
  },
  {
    name: "pii",
    version: 1,
    question: "Which words are personal data, to be masked before anything is stored?",
  },
  {
    name: "same_issue",
    version: 1,
    question: "Are two contacts or cases of a customer about the same issue?",
  },
] as const;
