import type { CaseToJudge, Interaction, Message } from "@/lib/domain/case/case";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { isTakenOver } from "@/lib/cases/describe-interactions";
import { findHandoffs } from "@/lib/cases/find-handoffs";
import { isFailureText } from "@/lib/cases/words/failure";
import { isTransferCall } from "@/lib/cases/words/transfer";
import type { Row, RowInteraction, RowMessage } from "./row";

type RowCall = NonNullable<RowMessage["tool_calls"]>[number];

const minuteUs = 60_000_000;
/** For a row without times: one message every fifteen seconds, from 2025-01-06T09:00:00Z. */
const stepUs = 15_000_000;
const firstUs = 1_736_154_000_000_000;

/** Converts a row to a case: each row message becomes one message, in order, so that positions agree. */
export function caseOfRow(row: Row): CaseToJudge {
  const contacts = row.interactions ?? [contactOf(row.messages)];
  const messages: Message[] = [];
  const interactions: Interaction[] = [];
  let fromUs = firstUs;
  for (const [ordinal, contact] of contacts.entries()) {
    fromUs += contact.gap_minutes_before * minuteUs;
    const own = readMessages(contact, ordinal, messages.length, fromUs);
    messages.push(...own);
    fromUs = own.at(-1)?.atUs ?? fromUs;
    interactions.push(describe(contact, ordinal, own, fromUs));
  }
  return {
    caseId: row.id,
    customerId: null,
    caseType: null,
    intent: null,
    risk: null,
    region: null,
    teams: [],
    messages,
    interactions,
    handoffs: findHandoffs(interactions, messages, () => null),
    openedUs: messages[0]?.atUs ?? null,
    lastContactUs: messages.at(-1)?.atUs ?? null,
    closing: null,
    reopenedUs: null,
    csat: null,
    mergedInto: null,
    spanCount: messages.length,
    releases: [],
    caseEvents: [],
    findings: [],
    retrievals: [],
    spanValues: [],
  };
}

/** A conversation as one contact; who answers decides the kind of agent. */
function contactOf(messages: readonly RowMessage[]): RowInteraction {
  const isHuman = messages.some((message) => message.role === "agent");
  const isAi = messages.some((message) => message.role === "assistant");
  return {
    channel: "chat",
    agent_kind: isHuman ? "human" : isAi ? "ai" : "unknown",
    gap_minutes_before: 0,
    messages: [...messages],
  };
}

function readMessages(
  { messages, agent_kind }: RowInteraction,
  interaction: number,
  first: number,
  fromUs: number,
): readonly Message[] {
  const startUs = timeOf(messages[0]);
  const calls = pairCalls(messages);
  return messages.map((message, index) => {
    const ownUs = timeOf(message);
    const atUs = ownUs === null || startUs === null ? index * stepUs : ownUs - startUs;
    return {
      ordinal: first + index,
      interaction,
      ...whoSpeaks(message.role, agent_kind),
      agentId: null,
      text: message.content,
      toolCalls: (message.tool_calls ?? []).map((call) => ({
        id: call.id ?? null,
        name: call.name,
        args: argsOf(call.arguments),
      })),
      tool: message.role === "tool" ? toolOf(message, calls.get(index)) : null,
      atUs: fromUs + Math.max(0, atUs),
      spans: [],
      promptName: null,
      promptVersion: null,
      model: null,
    };
  });
}

function whoSpeaks(
  role: RowMessage["role"],
  kind: AgentKind,
): Pick<Message, "speaker" | "agentKind"> {
  if (role === "user") return { speaker: "customer", agentKind: "unknown" };
  if (role === "tool" || role === "system") return { speaker: role, agentKind: "unknown" };
  const own = role === "agent" ? "human" : "ai";
  return { speaker: "agent", agentKind: kind === "unknown" ? own : kind };
}

function timeOf(message: RowMessage | undefined): number | null {
  const ts = message?.ts;
  if (typeof ts === "number") return ts * 1_000_000;
  const parsed = typeof ts === "string" ? Date.parse(ts) : Number.NaN;
  return Number.isNaN(parsed) ? null : parsed * 1000;
}

function argsOf(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The calls that tool messages answer, by the message's index; without an entry none is known. */
function pairCalls(messages: readonly RowMessage[]): ReadonlyMap<number, RowCall> {
  const pairs = new Map<number, RowCall>();
  /** Calls since the last utterance without calls that have no result yet. */
  let open: RowCall[] = [];
  const made: RowCall[] = [];
  for (const [index, message] of messages.entries()) {
    const calls = message.tool_calls ?? [];
    made.push(...calls);
    if (message.role === "tool") {
      const call = callOf(message, made, open);
      if (call !== undefined) pairs.set(index, call);
      open = open.filter((each) => each !== call);
    } else if (calls.length > 0) open.push(...calls);
    else open = [];
  }
  return pairs;
}

/** A result's call: by id, else by its tool's name, else the first that has no result. */
function callOf(
  { tool_call_id, name }: RowMessage,
  made: readonly RowCall[],
  open: readonly RowCall[],
): RowCall | undefined {
  const byId = made.findLast(({ id }) => id !== undefined && id === tool_call_id);
  return (
    byId ?? open.find((call) => call.name === name) ?? (name === undefined ? open[0] : undefined)
  );
}

function toolOf({ name, content }: RowMessage, call: RowCall | undefined): Message["tool"] {
  return {
    name: name ?? call?.name ?? "",
    args: argsOf(call?.arguments),
    isError: isFailureText(content),
  };
}

function describe(
  { channel, agent_kind }: RowInteraction,
  ordinal: number,
  messages: readonly Message[],
  endUs: number,
): Interaction {
  const isTransferred = messages.some(({ toolCalls }) =>
    toolCalls.some((call) => isTransferCall(call.name)),
  );
  return {
    ordinal,
    interactionId: null,
    channel,
    startUs: messages[0]?.atUs ?? endUs,
    endUs,
    isTouchpoint: messages.some((message) => message.speaker === "customer"),
    agentKinds: agent_kind === "unknown" ? [] : [agent_kind],
    agentIds: [],
    initiator: messages[0]?.speaker === "agent" ? "unknown" : "customer",
    promptVersions: [],
    models: [],
    releases: [],
    team: null,
    messageCount: messages.length,
    spanCount: messages.length,
    strippedCount: 0,
    isTransferred,
    isPassedOn: isTransferred && !isTakenOver(messages),
    account: 0,
  };
}
