/**
 * Masks what a customer answered, as the question shows it: "4 5 6 7" after "What is your PIN?".
 * @param answer the customer's words, masked as far as they show by themselves
 * @param question the agent's words before them
 * @returns the answer itself where the question adds nothing
 */
export type MaskAnswer = (answer: string, question: string) => string;
