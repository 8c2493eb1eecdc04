import type { AssembledCase, Interaction, Message } from "@/lib/domain/case/case";
import { withLineBreaks } from "@/lib/cases/words/sentences";
import { isTransferCall } from "@/lib/cases/words/transfer";

/** A person who answers within this time after a contact's end counts as an escalation. */
const soonUs = 60 * 60_000_000;
const saysSo =
  /\b(?:you(?:['’]re| are) (?:now )?being (?:transferred|connected|passed|handed|put through)|(?:i['’]m|i am|i['’]ll|i will|let me) (?:now )?(?:pass(?:ing)?|hand(?:ing)?|put(?:ting)?|transfer(?:ring)?|connect(?:ing)?|escalat(?:e|ing)|bring(?:ing)? in) (?:you|this|it|your (?:case|call|chat)|a (?:colleague|person|human|specialist))|pass(?:ing)? you (?:on|over) to|(?:a|one of our) (?:colleague|person|specialist|human agent)s? will (?:take|contact|call|be with|finish))/i;
const offers = /\?\s*$|\b(?:if you|would you|do you want|shall i|can try)\b/i;

/** Where an AI agent escalated to a person. */
export type Escalation = {
  /** Position in the case of the first message after the escalation. */
  readonly atMessage: number;
  /** The message that announces or performs it; null if only the next speaker shows it. */
  readonly shown: Message | null;
};

/**
 * Finds where a contact with an AI agent was escalated to a person: by a tool call that succeeded,
 * by a person who answers in it or soon after it, or by the agent's closing words. A failed tool
 * call is no escalation, whatever is said.
 * @param messages of the contact, in order
 * @param handoffs of its case
 */
export function findEscalation(
  interaction: Interaction,
  messages: readonly Message[],
  handoffs: AssembledCase["handoffs"],
): Escalation | null {
  const called = messages.filter(({ tool }) => tool !== null && isTransferCall(tool.name));
  const done = called.find(({ tool }) => tool?.isError === false);
  if (done !== undefined) return { atMessage: done.ordinal, shown: done };
  const handoff = handoffs.find(
    ({ kind, fromInteraction, toInteraction, gapUs, initiator }) =>
      kind === "ai-to-human" &&
      fromInteraction === interaction.ordinal &&
      (toInteraction === fromInteraction || (gapUs <= soonUs && initiator !== "customer")),
  );
  const last = messages.findLast(({ speaker }) => speaker === "agent");
  const end = (messages.at(-1)?.ordinal ?? 0) + 1;
  if (handoff !== undefined) return { atMessage: handoff.atMessage, shown: null };
  if (called.length > 0) return null;
  if (interaction.isTransferred) return { atMessage: end, shown: last ?? null };
  if (last === undefined || last.agentKind === "human") return null;
  const said = withLineBreaks(last.text);
  return saysSo.test(said) && !offers.test(said) ? { atMessage: last.ordinal, shown: last } : null;
}
