import type { Handoff, Interaction, Message } from "@/lib/domain/case/case";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { initiatorOfMove } from "@/lib/domain/case/initiator-of-move";
import { asksForPerson, isTransferCall } from "./words/transfer";

type Boundary = Omit<Handoff, "ordinal">;

/** The team of a message's agent; null if unknown. */
export type TeamOf = (message: Message) => string | null;

/**
 * Finds a case's handoffs: from each touchpoint to the next, and between agents inside a contact.
 * Unanswered messages are no touchpoint.
 * @param teamOf called for agents' messages
 */
export function findHandoffs(
  interactions: readonly Interaction[],
  messages: readonly Message[],
  teamOf: TeamOf,
): readonly Handoff[] {
  const byInteraction = interactions.map((): Message[] => []);
  for (const message of messages) byInteraction[message.interaction]?.push(message);
  const boundaries: Boundary[] = [];
  let previous: Interaction | null = null;
  for (const interaction of interactions) {
    const own = byInteraction[interaction.ordinal] ?? [];
    if (interaction.isTouchpoint) {
      const before = previous === null ? [] : (byInteraction[previous.ordinal] ?? []);
      if (previous !== null) {
        const boundary = between(previous, before, interaction, own, messages);
        boundaries.push({ ...boundary, toTeam: teamAfter(interaction, own, teamOf) });
      }
      previous = interaction;
    }
    boundaries.push(...findAgentChanges(own, teamOf));
  }
  return boundaries.map((boundary, ordinal) => ({ ordinal, ...boundary }));
}

function between(
  from: Interaction,
  before: readonly Message[],
  to: Interaction,
  after: readonly Message[],
  messages: readonly Message[],
): Omit<Boundary, "toTeam"> {
  const fromKind = before.findLast(isAgent)?.agentKind ?? from.agentKinds.at(-1) ?? "unknown";
  const toKind = after.find(isAgent)?.agentKind ?? to.agentKinds[0] ?? "unknown";
  const isChannelChanged = from.channel !== to.channel;
  const ownKind = isChannelChanged ? "channel-switch" : "return";
  const gapUs = Math.max(0, to.startUs - from.endUs);
  return {
    fromInteraction: from.ordinal,
    toInteraction: to.ordinal,
    kind: kindOfChange(fromKind, toKind) ?? ownKind,
    isChannelChanged,
    fromKind,
    toKind,
    initiator: initiatorOfMove({
      isPassedOn: from.isTransferred,
      initiator: to.initiator,
      gapUs,
    }),
    gapUs,
    atMessage: after[0]?.ordinal ?? firstAfter(messages, to.ordinal),
  };
}

/** The team of the first agent who answers in a contact; without agent messages, the contact's team. */
function teamAfter(
  { team }: Interaction,
  messages: readonly Message[],
  teamOf: TeamOf,
): string | null {
  const taker = messages.find(isAgent);
  return taker === undefined ? team : teamOfTaker(taker, messages, teamOf);
}

/** The team of the first of this agent's messages that has one. */
function teamOfTaker(taker: Message, messages: readonly Message[], teamOf: TeamOf): string | null {
  for (const message of messages) {
    if (message.ordinal < taker.ordinal || !isAgent(message)) continue;
    if (message.agentKind !== taker.agentKind || message.agentId !== taker.agentId) continue;
    const team = teamOf(message);
    if (team !== null) return team;
  }
  return null;
}

/** Where the messages of a stripped interaction would be. */
function firstAfter(messages: readonly Message[], interaction: number): number {
  return messages.filter((message) => message.interaction < interaction).length;
}

function findAgentChanges(messages: readonly Message[], teamOf: TeamOf): readonly Boundary[] {
  const changes: Boundary[] = [];
  let last: Message | null = null;
  let tookOver = messages[0]?.ordinal ?? 0;
  messages.forEach((message) => {
    if (!isAgent(message)) return;
    const kind = last === null ? null : changeBetween(last, message);
    if (last !== null && kind !== null) {
      changes.push({
        fromInteraction: message.interaction,
        toInteraction: message.interaction,
        kind,
        isChannelChanged: false,
        fromKind: last.agentKind,
        toKind: message.agentKind,
        toTeam: teamOfTaker(message, messages, teamOf),
        initiator: initiatorInside(messages, tookOver, last, message),
        gapUs: Math.max(0, message.atUs - last.atUs),
        atMessage: message.ordinal,
      });
      tookOver = message.ordinal;
    }
    last = message;
  });
  return changes;
}

function changeBetween(from: Message, to: Message): Handoff["kind"] | null {
  const change = kindOfChange(from.agentKind, to.agentKind);
  if (change !== null) return change;
  if (from.agentId === null || to.agentId === null || from.agentId === to.agentId) return null;
  return "transfer";
}

function kindOfChange(from: AgentKind, to: AgentKind): "ai-to-human" | "human-to-ai" | null {
  if (from === "ai" && to === "human") return "ai-to-human";
  if (from === "human" && to === "ai") return "human-to-ai";
  return null;
}

/** Inside a contact the agents initiate a handoff, unless the customer had asked this agent for it. */
function initiatorInside(
  messages: readonly Message[],
  tookOver: number,
  from: Message,
  to: Message,
): Handoff["initiator"] {
  const first = messages[0]?.ordinal ?? 0;
  const customerBefore = messages
    .slice(tookOver - first, from.ordinal - first)
    .findLast((message) => message.speaker === "customer");
  const since = messages.slice(from.ordinal - first, to.ordinal - first);
  const customerMessages = [customerBefore, ...since].filter(
    (message) => message?.speaker === "customer",
  );
  if (customerMessages.some((message) => message !== undefined && asksForPerson(message.text)))
    return "customer";
  const isPassedOn = since.some(
    (message) =>
      (message.tool !== null && isTransferCall(message.tool.name)) ||
      message.toolCalls.some((call) => isTransferCall(call.name)),
  );
  return isPassedOn ? "agent" : "unknown";
}

function isAgent(message: Message): boolean {
  return message.speaker === "agent";
}
