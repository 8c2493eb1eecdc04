import type { Turn } from "./model";
import type { Facts } from "./text/grammar";

/** Words as the SMS gateway exports them: without the customer's name and account number. What tools say it lets through. */
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
