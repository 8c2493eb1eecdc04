import type { Message } from "@/lib/domain/case/case";
import type { EvaluationContext } from "../contract";

/** What the customer said last before a message. */
export function askedBefore(
  { ordinal, interaction }: Message,
  { messagesOf }: EvaluationContext,
): string {
  const asked = messagesOf(interaction).findLast(
    (each) => each.ordinal < ordinal && each.speaker === "customer",
  );
  return asked?.text ?? "";
}
