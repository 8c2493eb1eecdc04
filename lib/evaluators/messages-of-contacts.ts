import type { Message } from "@/lib/domain/case/case";
import { remember } from "./remember";

/** Groups a case's messages by the ordinal of their contact; memoised, so each list is always the same object. */
export const messagesOfContacts: (
  messages: readonly Message[],
) => ReadonlyMap<number, readonly Message[]> = remember(groupByContact);

function groupByContact(messages: readonly Message[]): ReadonlyMap<number, readonly Message[]> {
  const groups = new Map<number, Message[]>();
  for (const message of messages) {
    const group = groups.get(message.interaction);
    if (group === undefined) groups.set(message.interaction, [message]);
    else group.push(message);
  }
  return groups;
}
