import { worstFirst } from "@/lib/domain/disclosures/fold-case";
import type { Message } from "@/lib/domain/case/case";
import { speakerOf, type DisclosedContact } from "./contact";
import { noFinding, type Judged } from "./judged";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { counts } from "./window";

/**
 * The parts of a contact of which a rule asks separately: every message by somebody whose words count, every stretch
 * between two changes of the agent, or the whole contact.
 */
export function unitsOf(
  rule: DisclosureRule,
  contact: DisclosedContact,
): readonly DisclosedContact[] {
  const parts =
    rule.scope === "each_message"
      ? eachMessage(rule, contact.messages)
      : rule.scope === "once_per_participant_change"
        ? stretches(contact.messages)
        : [];
  return parts.length < 2 ? [contact] : parts.map((messages) => ({ ...contact, messages }));
}

function eachMessage(
  rule: DisclosureRule,
  messages: readonly Message[],
): readonly (readonly Message[])[] {
  return messages
    .filter((message) => {
      const speaker = speakerOf(message);
      return speaker !== "system" && counts(rule, speaker);
    })
    .map((message) => [message]);
}

/** A new stretch begins with the first words of another agent. */
function stretches(messages: readonly Message[]): readonly (readonly Message[])[] {
  const found: Message[][] = [[]];
  let last: Message | null = null;
  for (const message of messages) {
    const isAgents = message.speaker === "agent" && speakerOf(message) !== null;
    if (isAgents && last !== null && isAnother(last, message)) found.push([]);
    if (isAgents) last = message;
    found.at(-1)?.push(message);
  }
  return found;
}

function isAnother(one: Message, other: Message): boolean {
  if (one.agentKind !== other.agentKind) {
    return one.agentKind !== "unknown" && other.agentKind !== "unknown";
  }
  return one.agentId !== null && other.agentId !== null && one.agentId !== other.agentId;
}

/** Judges the parts of a contact, and the contact by the one that decides: all have to give it. */
export function judgeUnits(
  { scope }: DisclosureRule,
  units: readonly DisclosedContact[],
  judge: (unit: DisclosedContact) => Judged,
): Judged {
  const judged = units.map(judge);
  const [first] = judged;
  const given = judged.filter(({ status }) => status === "given");
  const worst = worstFirst
    .map((status) => judged.find((each) => each.status === status))
    .find((each) => each !== undefined);
  if (first === undefined) {
    return {
      ...noFinding,
      status: "not_evaluable",
      because: "This contact has no words.",
      unread: "text",
    };
  }
  if (judged.length === 1) return first;
  if (worst === undefined) {
    const each = scope === "each_message" ? "message" : "agent's part of the contact";
    return { ...first, because: `Said in each ${each}, ${String(judged.length)} in all.` };
  }
  const what = scope === "each_message" ? "messages" : "agents' parts of the contact";
  const share = `Said in ${String(given.length)} of ${String(judged.length)} ${what}.`;
  const isPartly = scope === "each_message" && given.length > 0 && worst.status === "missing";
  return isPartly
    ? { ...worst, status: "incomplete", quote: given[0]?.quote ?? null, because: share }
    : { ...worst, because: `${share} ${worst.because}` };
}
