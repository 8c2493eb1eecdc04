import type { AssembledCase, Closure, Message } from "@/lib/domain/case/case";
import { findRequestedActions } from "../words/requests";

/** Closure by silence: the last contact ended without an unanswered question of the customer. */
export function assumeFromSilence(assembled: AssembledCase): Closure | null {
  const last = assembled.interactions.findLast((interaction) => interaction.isTouchpoint);
  if (last === undefined || last.isTransferred) return null;
  const final = assembled.messages.findLast(
    (message) => message.interaction === last.ordinal && isSpoken(message),
  );
  if (final === undefined) return null;
  const isWaiting =
    final.speaker === "customer" &&
    (final.text.includes("?") || findRequestedActions(final.text).length > 0);
  const isAsked = final.speaker === "agent" && final.text.trimEnd().endsWith("?");
  if (isWaiting || isAsked) return null;
  return {
    method: "unknown",
    evidence: "assumed",
    because: "The last contact ended without a further request.",
    quotes: [{ message: final.ordinal, start: 0, end: final.text.length }],
  };
}

function isSpoken(message: Message): boolean {
  return message.speaker === "customer" || message.speaker === "agent";
}
