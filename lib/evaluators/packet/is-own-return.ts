import type { Handoff } from "@/lib/domain/case/case";
import type { EvaluationContext } from "../contract";
import { findEscalation } from "../escalation/find-escalation";

/** True if the customer came back in another contact on their own: nothing in the one before passed them on. */
export function isOwnReturn(
  { initiator, fromInteraction, toInteraction }: Handoff,
  { assembled, messagesOf }: EvaluationContext,
): boolean {
  if (initiator !== "customer" || fromInteraction === toInteraction) return false;
  const from = assembled.interactions[fromInteraction];
  return from === undefined || findEscalation(from, messagesOf(fromInteraction), []) === null;
}
