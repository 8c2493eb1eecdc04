import type { Message } from "@/lib/domain/case/case";
import type { AgentRequest } from "./find-requests";

/**
 * True for "What's the matter?" at the beginning of a contact, which repeats only after the
 * customer has stated the matter there.
 * @param contact the messages since the handoff
 */
export function isOpening({ message, slots }: AgentRequest, contact: readonly Message[]): boolean {
  const isForMatter = slots.length > 0 && slots.every(({ name }) => name === "reason");
  return (
    isForMatter &&
    !contact.some(({ speaker, ordinal }) => speaker === "customer" && ordinal < message.ordinal)
  );
}
