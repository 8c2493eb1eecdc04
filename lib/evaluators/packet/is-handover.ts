import type { Handoff } from "@/lib/domain/case/case";
import type { EvaluationContext } from "../contract";
import { findEscalation } from "../escalation/find-escalation";

/**
 * True if an AI agent gave the customer to somebody else at a handoff: a person took over, another agent did in the
 * same contact, or a transfer call or the agent's closing words had said so, whoever answered next.
 */
export function isHandover(
  { kind, fromKind, fromInteraction, toInteraction }: Handoff,
  { assembled, messagesOf }: EvaluationContext,
): boolean {
  if (kind === "ai-to-human") return true;
  if (fromKind !== "ai") return false;
  if (fromInteraction === toInteraction) return kind === "transfer";
  const from = assembled.interactions[fromInteraction];
  if (from === undefined) return false;
  return findEscalation(from, messagesOf(fromInteraction), assembled.handoffs) !== null;
}
