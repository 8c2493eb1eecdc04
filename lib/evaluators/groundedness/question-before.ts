import type { Message } from "@/lib/domain/case/case";
import type { EvaluationContext } from "../contract";

/** The customer's last message before a message of the same contact. */
export function questionBefore(
  { ordinal, interaction }: Message,
  { messagesOf }: EvaluationContext,
): string {
  const asked = messagesOf(interaction).findLast(
    (each) => each.ordinal < ordinal && each.speaker === "customer",
  );
  return asked?.text ?? "";
}
