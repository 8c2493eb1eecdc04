import { isParty } from "@/lib/domain/trace/reading";
import type { AssembledCase, Closure, Interaction, Message } from "@/lib/domain/case/case";
import { asksTheCustomer } from "../words/asks-the-customer";
import { isRefusal } from "../words/failure";
import { findAsking, findClosing, findLeft, isPoliteOnly } from "../words/last-words";
import { findWrites } from "./find-writes";
import { nameEnding } from "./name-ending";

/** "Sure, thank you." answers what was asked. */
const agreeing = /^\W*(?:sure|yes|yeah|yep|of course|certainly|absolutely|definitely)\b/i;

/**
 * Closure by silence: in a last contact nobody was left waiting, and the customer did not leave it open for later.
 */
export function assumeFromSilence(assembled: AssembledCase, ending: Interaction): Closure | null {
  if (ending.isTransferred) return null;
  const spoken = assembled.messages.filter(
    (message) => message.interaction === ending.ordinal && isSpoken(message),
  );
  const final = spoken.at(-1);
  if (final === undefined) return null;
  if (final.speaker === "agent" && asksTheCustomer(final.text)) return null;
  const customer = spoken.findLast(({ speaker }) => speaker === "customer");
  if (customer === undefined || findLeft(spoken) !== null) return null;
  const closing = findClosing(customer.text);
  if (closing !== null) {
    return assumed("The customer's last words ask for nothing more.", customer, closing);
  }
  const isAsking = findAsking(customer.text) !== null;
  const answer = spoken.findLast(
    ({ speaker, text, ordinal }) =>
      speaker === "agent" &&
      ordinal > customer.ordinal &&
      (!isPoliteOnly(text) || agreeing.test(text)),
  );
  const isRefused =
    answer !== undefined && isRefusal(answer.text) && !wasActedAfter(assembled, customer);
  if (answer === undefined ? isAsking : isRefused) return null;
  return answer !== undefined
    ? assumed(
        `${nameEnding(assembled, ending)} ended with the agent's answer, and the customer asked for nothing after it.`,
        answer,
        wholeOf(answer),
      )
    : assumed(
        `${nameEnding(assembled, ending)} ended without a further request.`,
        customer,
        wholeOf(customer),
      );
}

/** Something was done after a message: what the answer then says is not possible is a part of it, or beside it. */
function wasActedAfter({ messages }: AssembledCase, { ordinal, interaction }: Message): boolean {
  const later = messages.filter(
    (message) => message.interaction === interaction && message.ordinal > ordinal,
  );
  return findWrites(later).some(({ hasSucceeded }) => hasSucceeded);
}

type Range = { readonly start: number; readonly end: number };

function wholeOf({ text }: Message): Range {
  return { start: 0, end: text.length };
}

function assumed(because: string, { ordinal }: Message, { start, end }: Range): Closure {
  return {
    method: "unknown",
    evidence: "assumed",
    because,
    quotes: [{ message: ordinal, start, end }],
  };
}

function isSpoken(message: Message): boolean {
  return isParty[message.speaker];
}
