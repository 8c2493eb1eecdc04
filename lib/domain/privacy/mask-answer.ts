/**
 * Masks an answer given its question: "4 5 6 7" after "What is your PIN?".
 * @param answer the customer's text, already masked by itself
 * @param question the agent's text before it
 * @returns the same answer if the question adds nothing
 */
export type MaskAnswer = (answer: string, question: string) => string;
