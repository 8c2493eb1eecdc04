import type { AttributeValue, SpanEvent } from "@/lib/domain/trace/span";
import { isList, isRecord, member, parsed, type JsonRecord } from "../json";
import { partsInText } from "../parts-in-text";
import { splitRoleLines } from "../role-lines";

/** The messages in a span's events, in their published shapes. */
export type EventMessages = {
  readonly input: readonly AttributeValue[];
  readonly output: readonly AttributeValue[];
  readonly system: AttributeValue | null;
};

const messageEvent = /^gen_ai\.(system|user|assistant|tool)s?\.message$/;

/**
 * Collects messages from OTel GenAI events: one event per message (up to 1.36), whole lists
 * (`…operation.details`), and the older `gen_ai.content.prompt` and `.completion`.
 */
export function readEvents(events: readonly SpanEvent[]): EventMessages {
  const input: AttributeValue[] = [];
  const output: AttributeValue[] = [];
  let system: AttributeValue | null = null;
  for (const event of events) {
    if (event.name === "tool.output") output.push(...toolOutput(event));
    if (!event.name.startsWith("gen_ai.")) continue;
    const role = messageEvent.exec(event.name)?.[1];
    if (role !== undefined) {
      input.push(...eventMessage(event, role));
    } else if (event.name === "gen_ai.choice") {
      output.push(...choiceMessage(event));
    } else if (event.name === "gen_ai.content.prompt") {
      input.push(...wholeList(eventBody(event, "gen_ai.prompt"), "user"));
    } else if (event.name === "gen_ai.content.completion") {
      output.push(...wholeList(eventBody(event, "gen_ai.completion"), "assistant"));
    } else {
      input.push(...wholeList(event.attributes.get("gen_ai.input.messages"), "user"));
      output.push(...wholeList(event.attributes.get("gen_ai.output.messages"), "assistant"));
      system = event.attributes.get("gen_ai.system_instructions") ?? system;
    }
  }
  return { input, output, system };
}

function eventBody(event: SpanEvent, key: string): AttributeValue | undefined {
  return event.attributes.get(key) ?? event.attributes.get("gen_ai.event.content");
}

/** One message: its body as JSON under `gen_ai.event.content` or `body`, else as separate attributes. */
function eventMessage(event: SpanEvent, role: string): AttributeValue[] {
  const body = parsed(
    event.attributes.get("gen_ai.event.content") ?? event.attributes.get("body") ?? null,
  );
  if (isRecord(body)) return [{ role, ...body }];
  if (isList(body)) return [{ role, content: body }];
  if (typeof body === "string" && body !== "") return [{ role, content: body }];
  const message = fromAttributes(event);
  return Object.keys(message).length === 0 ? [] : [{ role, ...message }];
}

const messageMembers = ["role", "content", "tool_calls", "id", "name", "tool_call_id", "parts"];

function fromAttributes(event: SpanEvent): JsonRecord {
  const found: [string, AttributeValue][] = [];
  for (const key of messageMembers) {
    const value = event.attributes.get(key) ?? event.attributes.get(`gen_ai.event.${key}`);
    if (value !== undefined && value !== null) {
      found.push([key, key === "content" || key === "parts" ? partsInText(value) : value]);
    }
  }
  return Object.fromEntries(found);
}

function choiceMessage(event: SpanEvent): AttributeValue[] {
  const body = parsed(
    event.attributes.get("gen_ai.event.content") ??
      event.attributes.get("body") ??
      event.attributes.get("message") ??
      null,
  );
  if (isRecord(body)) {
    const message = member(body, "message");
    if (isRecord(message))
      return [{ role: "assistant", ...message, ...callsBeside(body, message) }];
    return [{ role: "assistant", ...body, ...(message === undefined ? {} : { content: message }) }];
  }
  if (isList(body)) return [{ role: "assistant", content: body }];
  if (typeof body === "string" && body !== "") return [{ role: "assistant", content: body }];
  const message = fromAttributes(event);
  return Object.keys(message).length === 0 ? [] : [{ role: "assistant", ...message }];
}

/** Semantic Kernel for .NET writes a reply's tool calls beside its message. */
function callsBeside(body: JsonRecord, message: JsonRecord): JsonRecord {
  const own = member(message, "tool_calls");
  const calls = isList(own) && own.length > 0 ? own : member(body, "tool_calls");
  return isList(calls) && calls.length > 0 ? { tool_calls: calls } : {};
}

/** Claude Code writes a tool's result as an event whose name depends on the tool. */
function toolOutput(event: SpanEvent): AttributeValue[] {
  const said = ["output", "content", "diff"].map((key) => event.attributes.get(key));
  const text = said.find((value) => typeof value === "string" && value !== "");
  return text === undefined ? [] : [{ role: "tool", content: text }];
}

/** A list of messages, or text of which each line may begin with a role. */
function wholeList(value: AttributeValue | undefined, role: string): AttributeValue[] {
  if (value === undefined || value === null) return [];
  const list = parsed(value);
  if (isList(list)) return [...list];
  if (isRecord(list)) {
    const messages = member(list, "messages");
    return isList(messages) ? [...messages] : [{ role, ...list }];
  }
  return typeof list === "string" && list !== "" ? splitRoleLines(list, role) : [];
}
