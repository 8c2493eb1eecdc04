import type { HalfOfName } from "./name-pseudonym";

/** What deriving a case does with the workspace's key. */
export type MaskAnswer = {
  /**
   * Masks an answer given its question: "4 5 6 7" after "What is your PIN?".
   * @param answer the customer's text, already masked by itself
   * @param question the agent's text before it
   * @returns the same answer if the question adds nothing
   */
  (answer: string, question: string): string;
  /** The half pseudonym of one word of a name, as masking writes it. */
  readonly halfOfName: HalfOfName;
};
