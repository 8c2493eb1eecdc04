import { isParty } from "@/lib/domain/trace/reading";
import type { CaseSpan, Interaction, Message } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import { distinct } from "./distinct";
import type { Contact } from "./read-contacts";
import { isTransferCall } from "./words/transfer";

/** Converts each contact to an interaction: participants, start and end, versions. */
export function describeInteractions(
  contacts: readonly Contact[],
  messages: readonly Message[],
): readonly Interaction[] {
  const byInteraction = contacts.map((): Message[] => []);
  for (const message of messages) byInteraction[message.interaction]?.push(message);
  return contacts.map((contact, ordinal) =>
    describe(contact, ordinal, byInteraction[ordinal] ?? []),
  );
}

function describe(contact: Contact, ordinal: number, messages: readonly Message[]): Interaction {
  const { channel, interactionId, startUs, endUs, spans, strippedCount } = contact;
  const agents = messages.filter((message) => message.speaker === "agent");
  const kinds = distinct(agents.map((message) => message.agentKind));
  return {
    ordinal,
    interactionId,
    channel,
    startUs,
    endUs,
    isTouchpoint: isTouchpoint(messages, strippedCount),
    agentKinds: kinds.length > 0 ? kinds : distinct(spans.map((span) => span.belonging.agentKind)),
    agentIds: distinct(agents.map((message) => message.agentId)),
    initiator: findInitiator(contact, messages),
    promptVersions: distinct(spans.map((span) => span.promptVersion)),
    models: distinct(spans.map((span) => span.model)),
    releases: distinct(spans.map((span) => span.belonging.release)),
    team: teamOf(spans),
    messageCount: messages.length,
    spanCount: spans.length,
    strippedCount,
    isTransferred: isTransferred(contact, messages),
    isPassedOn: isTransferred(contact, messages) && !isTakenOver(messages),
    account: 0,
  };
}

/** The team of the last human agent with one, else of the last AI agent. */
function teamOf(spans: readonly CaseSpan[]): string | null {
  const named = spans.filter(({ belonging }) => belonging.team !== null);
  const last = named.findLast(({ belonging }) => belonging.agentKind === "human") ?? named.at(-1);
  return last?.belonging.team ?? null;
}

/**
 * The customer took part if they spoke or were asked how one can help, which notifications never
 * ask. Stripped text may have been the customer's.
 */
function isTouchpoint(messages: readonly Message[], strippedCount: number): boolean {
  if (strippedCount > 0) return true;
  return messages.some((message) => message.speaker === "customer" || isGreeting(message));
}

function isTransferred(contact: Contact, messages: readonly Message[]): boolean {
  const isEscalated = contact.spans.some((span) =>
    span.caseEvents.some((event) => event.name === "escalated"),
  );
  return isEscalated || messages.some(isTransferMessage);
}

/** How many more answers of the same agent show that the contact was not passed on: one may be a farewell. */
const answersGoingOn = 2;

/**
 * Whether somebody went on after the contact was transferred last: another agent, or the one who transferred it, who
 * then answered the customer at least twice.
 */
export function isTakenOver(messages: readonly Message[]): boolean {
  const transfer = messages.findLast(isTransferMessage);
  if (transfer === undefined) return false;
  const spoken = messages.filter(({ speaker }) => speaker === "agent");
  const from = spoken.findLast(({ ordinal }) => ordinal <= transfer.ordinal) ?? spoken[0];
  const isOther = spoken.some(
    ({ ordinal, agentKind, agentId }) =>
      ordinal > transfer.ordinal && (agentKind !== from?.agentKind || agentId !== from.agentId),
  );
  return isOther || countAnswers(messages, transfer.ordinal) >= answersGoingOn;
}

/** How often an agent answered the customer after a message. */
export function countAnswers(messages: readonly Message[], after: number): number {
  const spoken = messages.filter(
    ({ ordinal, speaker, text }) => ordinal > after && text.trim() !== "" && isParty[speaker],
  );
  return spoken.filter(
    ({ speaker }, at) => speaker === "agent" && spoken[at - 1]?.speaker === "customer",
  ).length;
}

function isTransferMessage(message: Message): boolean {
  if (message.tool !== null) return isTransferCall(message.tool.name) && !message.tool.isError;
  return message.toolCalls.some((call) => isTransferCall(call.name));
}

const greeting =
  /\b(how (can|may|could|might) (i|we) (help|assist|support|serve|be of)|what can (i|we) (do|help)|what brings you)\b/i;

function isGreeting(message: Message): boolean {
  return message.speaker === "agent" && greeting.test(message.text);
}

/** Who initiated the contact: an agent that first asks how it can help was contacted. */
function findInitiator(contact: Contact, messages: readonly Message[]): Interaction["initiator"] {
  const spoken = messages.filter(({ speaker }) => isParty[speaker]);
  const first = spoken[0];
  if (first === undefined) return "unknown";
  if (first.speaker === "customer" || isGreeting(first)) return "customer";
  if (!spoken.some((message) => message.speaker === "customer")) return "agent";
  return agentsMayOpen[contact.channel] ? "unknown" : "agent";
}

/** Whether an agent may speak first in a contact that the customer began, as by phone and with greetings of bots. */
const agentsMayOpen: Readonly<Record<Channel, boolean>> = {
  voice: true,
  chat: true,
  email: false,
  sms: false,
  social: true,
  in_app: true,
  unknown: true,
};
