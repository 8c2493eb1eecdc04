import type { AgentKind } from "@/lib/domain/trace/identity";
import type { Speaker, ToolCall } from "@/lib/domain/trace/reading";
import type { CaseSpan, Message } from "@/lib/domain/case/case";
import { spanKey, type SpanKey } from "@/lib/domain/trace/span";

/** A message while its contact is being read. */
export type DraftMessage = {
  readonly speaker: Speaker;
  text: string;
  readonly toolCalls: readonly ToolCall[];
  tool: Message["tool"];
  /** How the call is known that a tool's message answers: it is the call's span, or has its id. */
  answers: "span" | "id" | "unknown" | null;
  /** Why the tool failed, as its span says; its text if no prompt has the result. */
  failure: string | null;
  readonly agentKind: AgentKind;
  readonly agentId: string | null;
  readonly model: string | null;
  readonly promptName: string | null;
  readonly promptVersion: string | null;
  readonly traceId: string;
  /** Keys by which it can be found; none once all contacts were read. */
  keys: readonly string[];
  atUs: number;
  readonly spans: SpanKey[];
  /** Whether a later prompt repeated it. */
  isRemembered: boolean;
  /** Whether a turn span had it. */
  isTurn: boolean;
};

const keptSpans = 4;

/** The first of these, each once: a message names a few of its sources. */
export function keepSpans(keys: readonly SpanKey[]): SpanKey[] {
  return [...new Set(keys)].slice(0, keptSpans);
}

/** Adds `span` to the message's sources. */
export function addSource(message: DraftMessage, span: CaseSpan): void {
  if (message.spans.length >= keptSpans) return;
  const key = spanKey(span);
  if (!message.spans.includes(key)) message.spans.push(key);
}

const noKeys: readonly string[] = [];

/** Lets go of the messages' keys, which are each text once more. */
export function forgetKeys(messages: readonly DraftMessage[]): void {
  for (const message of messages) message.keys = noKeys;
}

/** One contact's messages in order, indexed by text. */
export class Transcript {
  readonly messages: DraftMessage[] = [];
  private positions = new Map<string, number[]>();
  private customers: number[] = [];
  private agents: number[] = [];
  private agentsOfTrace = new Map<string, number[]>();

  /** Index of the first message at or after `from` with that key, or -1. */
  findNext(key: string, from: number): number {
    const found = this.positions.get(key);
    if (found === undefined) return -1;
    return found[lowerBound(found, from)] ?? -1;
  }

  /** Indexes of a party's messages at or after `from` that have spans of their own. */
  turnsOf(speaker: Speaker, from: number): readonly number[] {
    const own = { customer: this.customers, agent: this.agents, system: [], tool: [] }[speaker];
    return own.slice(lowerBound(own, from)).filter((at) => this.messages[at]?.isTurn === true);
  }

  /** Adds keys by which a message can be found. */
  addKeys(position: number, keys: readonly string[]): void {
    const message = this.messages[position];
    if (message === undefined) return;
    for (const key of keys) {
      if (message.keys.includes(key)) continue;
      message.keys = [...message.keys, key];
      const positions = this.positions.get(key);
      if (positions === undefined) this.positions.set(key, [position]);
      else positions.splice(lowerBound(positions, position), 0, position);
    }
  }

  /** Index of the last message with that key, or -1. */
  findLast(key: string): number {
    return this.positions.get(key)?.at(-1) ?? -1;
  }

  /** Number of messages after `position` that a prompt of `traceId` should include. */
  countSaidAfter(position: number, traceId: string): number {
    const own = this.agentsOfTrace.get(traceId) ?? [];
    const agents = countAbove(this.agents, position) - countAbove(own, position);
    return this.countCustomersAfter(position) + agents;
  }

  /** Number of the customer's messages after `position`. */
  countCustomersAfter(position: number): number {
    return countAbove(this.customers, position);
  }

  append(message: DraftMessage): number {
    const previous = this.messages.at(-1);
    if (previous !== undefined) message.atUs = Math.max(message.atUs, previous.atUs);
    this.messages.push(message);
    this.index(message, this.messages.length - 1);
    return this.messages.length - 1;
  }

  /** Inserts a message before `position`; later positions shift by one. */
  insert(position: number, message: DraftMessage): void {
    const next = this.messages[position];
    if (next !== undefined) message.atUs = Math.min(message.atUs, next.atUs);
    const previous = this.messages[position - 1];
    if (previous !== undefined) message.atUs = Math.max(message.atUs, previous.atUs);
    this.messages.splice(position, 0, message);
    this.positions = new Map();
    this.customers = [];
    this.agents = [];
    this.agentsOfTrace = new Map();
    this.messages.forEach((each, index) => {
      this.index(each, index);
    });
  }

  private index(message: DraftMessage, position: number): void {
    for (const key of message.keys) addTo(this.positions, key, position);
    if (message.text === "") return;
    if (message.speaker === "customer") this.customers.push(position);
    if (message.speaker !== "agent") return;
    this.agents.push(position);
    addTo(this.agentsOfTrace, message.traceId, position);
  }
}

function addTo(lists: Map<string, number[]>, key: string, position: number): void {
  const existing = lists.get(key);
  // Most lists stay at one, and V8 gives one that was pushed to room for 17.
  if (existing === undefined) lists.set(key, [position]);
  else existing.push(position);
}

function countAbove(sorted: readonly number[], position: number): number {
  return sorted.length - lowerBound(sorted, position + 1);
}

/** Index of the first element ≥ `value`. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
