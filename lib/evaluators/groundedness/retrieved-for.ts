import type { Message, Retrieval } from "@/lib/domain/case/case";
import type { Passage } from "@/lib/domain/trace/reading";
import type { EvaluationContext } from "../contract";

/**
 * The passages of `retrievalsFor`.
 * @returns null where it returns null
 */
export function retrievedFor(
  message: Message,
  context: EvaluationContext,
): readonly Passage[] | null {
  return retrievalsFor(message, context)?.flatMap(({ passages }) => passages) ?? null;
}

/**
 * The retrievals since the agent's previous message in the contact.
 * @returns null if the message is no agent's answer or nothing was retrieved for it
 */
export function retrievalsFor(
  message: Message,
  { assembled, messagesOf }: EvaluationContext,
): readonly Retrieval[] | null {
  // Nothing is looked for among the messages of a case without retrievals: for each of many that would take long.
  if (assembled.retrievals.length === 0 || !isAnswer(message)) return null;
  const before = messagesOf(message.interaction).findLast(
    (each) => each.ordinal < message.ordinal && isAnswer(each),
  );
  const own = assembled.retrievals.filter(
    ({ interaction, atUs }) =>
      interaction === message.interaction &&
      atUs <= message.atUs &&
      (before === undefined || atUs > before.atUs),
  );
  return own.length === 0 ? null : own;
}

function isAnswer({ speaker, text }: Message): boolean {
  return speaker === "agent" && text.trim() !== "";
}
