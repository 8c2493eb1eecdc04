/** One kind of thing an agent asks for and a customer gives. */
export type Slot = {
  readonly name: string;
  /** In words: "Asked for the e-mail address again". */
  readonly words: string;
  /** Whether it serves to check who somebody is: asking for it in order to verify is no repetition. */
  readonly isIdentity: boolean;
  /** In a question. */
  readonly asked: RegExp;
  /** In the customer's words, unasked; null where only an answer to the question shows it. */
  readonly given: RegExp | null;
};
