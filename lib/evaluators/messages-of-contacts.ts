import type { Message } from "@/lib/domain/case/case";
import { remember } from "./remember";

/** A case's messages by their contact's position, each list in order and always the same one. */
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
