import type { Turn } from "./model";
import type { Facts } from "./text/grammar";

/**
 * A message as the SMS gateway exports it: without the customer's name and account number. Tool messages are not
 * redacted.
 */
export function redact(turn: Turn, { first, last, account }: Facts): Turn {
  if (turn.who !== "customer" && turn.who !== "agent") return turn;
  const redactions = [
    [first, "<PERSON>"],
    [last, "<PERSON>"],
    [account, "<ACCOUNT>"],
  ] as const;
  const text = redactions.reduce(
    (words, [value, placeholder]) =>
      value === undefined ? words : words.replace(new RegExp(`\\b${value}\\b`, "g"), placeholder),
    turn.text,
  );
  return { ...turn, text };
}
