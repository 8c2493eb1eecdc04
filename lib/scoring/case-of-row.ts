import type { CaseToJudge, Interaction, Message } from "@/lib/domain/case/case";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { isTakenOver } from "@/lib/cases/describe-interactions";
import { findHandoffs } from "@/lib/cases/find-handoffs";
import { isFailureText } from "@/lib/cases/words/failure";
import { isTransferCall } from "@/lib/cases/words/transfer";
import type { Row, RowInteraction, RowMessage } from "./row";

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
      tool: message.role === "tool" ? toolOf(messages, index) : null,
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

/** The call of a tool's result: by id, else the latest unanswered one before it. */
function toolOf(messages: readonly RowMessage[], index: number): Message["tool"] {
  const answer = messages[index];
  if (answer === undefined) return null;
  const before = messages.slice(0, index);
  const askedAt = before.findLastIndex((message) => (message.tool_calls ?? []).length > 0);
  const calls = before[askedAt]?.tool_calls ?? [];
  const answered = before.slice(askedAt + 1).filter(({ role }) => role === "tool").length;
  const byId = before
    .flatMap((message) => message.tool_calls ?? [])
    .findLast((call) => call.id !== undefined && call.id === answer.tool_call_id);
  const call = byId ?? calls[Math.min(answered, calls.length - 1)];
  return {
    name: answer.name ?? call?.name ?? "",
    args: argsOf(call?.arguments),
    isError: isFailureText(answer.content),
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
