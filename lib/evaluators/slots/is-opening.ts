import type { Message } from "@/lib/domain/case/case";
import { isRequesting, type AgentRequest } from "./find-requests";

/**
 * True for a question at the beginning of a contact that repeats nothing, since the customer has not spoken there:
 * "What's the matter?", and a greeting ("What can I do for you this Sunday?"), which asks for no kind of value and
 * requests nothing.
 * @param contact the messages since the handoff
 */
export function isOpening(
  { message, slots, sentence }: AgentRequest,
  contact: readonly Message[],
): boolean {
  const isGeneral =
    slots.length === 0 ? !isRequesting(sentence) : slots.every(({ name }) => name === "reason");
  return (
    isGeneral &&
    !contact.some(({ speaker, ordinal }) => speaker === "customer" && ordinal < message.ordinal)
  );
}
