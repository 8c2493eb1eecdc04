import type { DerivedCase, Interaction, Message } from "@/lib/domain/case/case";
import type { EscalationReason } from "@/lib/domain/case/escalation-reason";
import { approvedPersona, type EscalationRule } from "@/lib/domain/settings/persona-contract";
import type { EvaluationSettings } from "@/lib/domain/settings/settings";
import { areOtherLanguage } from "@/lib/learning/find-language";
import { findEscalation } from "./find-escalation";
import { findTriggers } from "./find-triggers";
import { findInability } from "./find-inability";
import { usualRule } from "./usual-rule";

/**
 * The first trigger of each escalated contact of a case.
 * @returns one entry per interaction, in order; null if it was not escalated by an AI agent
 */
export function escalationReasonsOf(
  derived: Pick<DerivedCase, "interactions" | "messages" | "handoffs">,
  { persona }: Pick<EvaluationSettings, "persona">,
): readonly (EscalationReason | null)[] {
  const { isOnRequest, isOnAnger } = usualRule;
  const own = approvedPersona(persona)?.terms.escalation ?? usualRule;
  const rule = { ...own, isOnRequest, isOnAnger };
  const messagesByContact = derived.interactions.map((): Message[] => []);
  for (const message of derived.messages) messagesByContact[message.interaction]?.push(message);
  return derived.interactions.map((interaction) =>
    reasonOf(interaction, messagesByContact[interaction.ordinal] ?? [], derived.handoffs, rule),
  );
}

function reasonOf(
  interaction: Interaction,
  messages: readonly Message[],
  handoffs: DerivedCase["handoffs"],
  rule: EscalationRule,
): EscalationReason | null {
  if (messages.find(({ speaker }) => speaker === "agent")?.agentKind !== "ai") return null;
  const passed = findEscalation(interaction, messages, handoffs);
  if (passed === null) return null;
  const person = messages.find(({ agentKind }) => agentKind === "human");
  const byAi = messages.filter(({ ordinal }) => ordinal < (person?.ordinal ?? Infinity));
  const before = byAi.filter(({ ordinal }) => ordinal <= passed.atMessage);
  const found = findTriggers(byAi, rule).find(({ quote }) => quote.message <= passed.atMessage);
  if (found !== undefined) return found.reason;
  if (findInability(before) !== null) return "failure";
  const said = messages.filter(({ speaker }) => speaker === "customer").map(({ text }) => text);
  const isUnread = interaction.strippedCount > 0 || areOtherLanguage(said);
  return isUnread ? "unread" : "unsaid";
}
