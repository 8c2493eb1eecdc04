/** A kind of value that an agent requests and a customer gives. */
export type Slot = {
  readonly name: string;
  /** For sentences: "Asked for the e-mail address again". */
  readonly words: string;
  /** Whether it serves to verify identity: requesting it again for that is no repetition. */
  readonly isIdentity: boolean;
  /** Matches a question for it. */
  readonly asked: RegExp;
  /** Matches the customer giving it unasked; null if only an answer to the question shows it. */
  readonly given: RegExp | null;
};

/** "the account number" without its article. */
export function slotName({ words }: Slot): string {
  return words.replace(/^the /, "");
}

/** True for a kind of value that is a code or a name: words alone don't repeat it. */
export function isExact({ name, isIdentity }: Slot): boolean {
  return isIdentity || name === "order";
}
