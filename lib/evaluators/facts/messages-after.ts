import type { AssembledCase, Handoff, Message } from "@/lib/domain/case/case";
import { messagesOfContacts } from "../messages-of-contacts";

/** The receiving agent's messages: to the end of the contact or to the next handoff inside it. */
export function messagesAfter(
  handoff: Handoff,
  { messages, handoffs }: Pick<AssembledCase, "messages" | "handoffs">,
): readonly Message[] {
  const next = handoffs[handoff.ordinal + 1];
  const end = next?.fromInteraction === handoff.toInteraction ? next.atMessage : messages.length;
  const spoken = messagesOfContacts(messages).get(handoff.toInteraction) ?? [];
  return spoken.filter(({ ordinal }) => ordinal >= handoff.atMessage && ordinal < end);
}
