import { ownEntry } from "@/lib/domain/own-entry";
import type { Speaker, Utterance } from "@/lib/domain/trace/reading";
import type { AttributeValue } from "@/lib/domain/trace/span";
import {
  firstMember,
  isList,
  isRecord,
  member,
  parsed,
  scalarText,
  textOf,
  type JsonRecord,
} from "../json";
import { extraToolCalls, pushNew } from "./message-calls";
import { saysError, unwrapAnswer } from "./unwrap-result";
import { partsInText } from "../parts-in-text";
import { messagesOfLines } from "../role-lines";
import { expandTexts } from "./expand-texts";
import { readParts, readToolCalls, type Parts } from "./read-parts";
import { byTime } from "./by-time";
import { instructionsOfNote, isNote } from "./read-note";
import { speakerOf } from "@/lib/domain/trace/speaker";

const roleKeys = ["role", "_role", "author", "speaker", "speaker_role", "sender_type"];
const contentKeys = [
  "content",
  "parts",
  "contents",
  "blocks",
  "_content",
  "text",
  "body",
  "message",
];
const wordKeys = [...roleKeys, ...contentKeys];
const toolCallKeys = ["tool_calls", "toolCalls"];
const answerIdKeys = ["tool_call_id", "toolCallId", "call_id", "callId"];
const eventNamePattern = /^gen_ai\.(system|user|assistant|tool|choice)(?:\.message)?$/;
const answerTypes = new Set([
  "function_call_output",
  "function_call_result",
  "tool_result",
  "tool-result",
]);
/** Thoughts and pieces; the latter two are AutoGen's. */
const silentMessageTypes = new Set(["reasoning", "ThoughtEvent", "ModelClientStreamingChunkEvent"]);
/** Maximum nesting of wrappers around a message. */
const deepest = 6;

/**
 * Reads a list of messages, or one message, in any published shape.
 * @param speaker of a message without a role (a bare string)
 * @returns utterances in order (empty for an empty list), or null if the value holds no messages
 */
export function readMessages(
  value: AttributeValue,
  speaker: Speaker,
  depth = 0,
): Utterance[] | null {
  if (depth > deepest) return null;
  if (isRecord(value)) return readMessage(value, speaker, depth);
  if (!isList(value)) return null;
  const list = messagesOfLines(value) ?? value;
  const all: Utterance[] = [];
  let isAnyMessage = list.length === 0;
  for (const item of byTime(list)) {
    const one = readItem(item, speaker, depth);
    // A list of messages may hold notes between them, such as a change of the agent's settings.
    if (one === null && !isNote(item, wordKeys)) return null;
    if (one === null) {
      all.push(...instructionsOfNote(item));
      continue;
    }
    isAnyMessage = true;
    for (const utterance of one) all.push(asToolsName(utterance, item, all));
  }
  return isAnyMessage ? all : null;
}

/** A message whose role is the name of a tool that was called before is that tool's result. */
function asToolsName(
  utterance: Utterance,
  item: AttributeValue,
  before: readonly Utterance[],
): Utterance {
  if (utterance.speaker !== "agent" || !isRecord(item)) return utterance;
  const role = scalarText(firstMember(item, roleKeys));
  if (role === null || speakerOf(role) !== null) return utterance;
  const isCalled = before.some(({ toolCalls }) => toolCalls?.some(({ name }) => name === role));
  const { role: _role, ...rest } = utterance;
  return isCalled ? { ...rest, speaker: "tool", name: role } : utterance;
}

function readItem(item: AttributeValue, speaker: Speaker, depth: number): Utterance[] | null {
  const value = typeof item === "string" ? parsed(item) : item;
  if (typeof value === "string") return value === "" ? [] : [{ speaker, text: value }];
  if (isList(value)) return readPair(value) ?? readMessages(value, speaker, depth + 1);
  return isRecord(value) ? readMessage(value, speaker, depth) : null;
}

/** LangChain's shorthand: `["human", "hello"]`. */
function readPair(pair: readonly AttributeValue[]): Utterance[] | null {
  const [role, text] = pair;
  if (pair.length !== 2 || typeof role !== "string" || typeof text !== "string") return null;
  const speaker = speakerOf(role);
  return speaker === null ? null : [{ speaker, text }];
}

function readMessage(message: JsonRecord, speaker: Speaker, depth: number): Utterance[] | null {
  const isPlain =
    typeof member(message, "role") === "string" && member(message, "content") !== undefined;
  const unwrapped = isPlain ? undefined : unwrap(message, speaker, depth + 1);
  if (unwrapped !== undefined) return unwrapped;
  const type = scalarText(member(message, "type"));
  if (type !== null && silentMessageTypes.has(type)) return [];
  const isCall = type === "function_call" || type === "custom_tool_call";
  const said = roleOf(message, type);
  const isResult = said === "customer" && firstMember(message, answerIdKeys) !== undefined;
  const role = isResult ? "tool" : said;
  if (role === null && !isCall && (type === null || !answerTypes.has(type))) return null;
  if (isCall) return [{ speaker: "agent", text: "", toolCalls: readToolCalls(message) }];
  if (role === null) return readParts(message).answers;
  const content = firstMember(message, contentKeys) ?? null;
  const nested = role === "customer" ? messagesInText(content, depth) : null;
  if (nested !== null) return nested;
  const parts = role === "tool" ? readParts(content) : expandTexts(readParts(partsInText(content)));
  const calls = firstMember(message, toolCallKeys) ?? extraToolCalls(message);
  for (const call of readToolCalls(calls)) pushNew(parts.toolCalls, call);
  return assemble(message, role, parts);
}

/** A whole list of messages that an instrumentation put into one user message, as text. */
function messagesInText(content: AttributeValue, depth: number): Utterance[] | null {
  const texts = readParts(partsInText(content)).texts;
  const [text] = texts;
  if (text === undefined || texts.length > 1 || !/^\s*\[\s*\{/.test(text)) return null;
  const list = parsed(text);
  if (!isList(list) || !list.some((item) => isRecord(item) && hasRole(item))) return null;
  return readMessages(list, "customer", depth + 1);
}

function hasRole(item: JsonRecord): boolean {
  const role = scalarText(member(item, "role"));
  return role !== null && speakerOf(role) !== null && hasWords(item);
}

/** A message inside a message: choices, LangChain's serialised forms, Pydantic AI's request and response. */
function unwrap(
  message: JsonRecord,
  speaker: Speaker,
  depth: number,
): Utterance[] | null | undefined {
  const inner = member(message, "message");
  if (isRecord(inner) && !hasWords(message)) {
    return readMessages(withRole(inner, eventRole(message)), speaker, depth);
  }
  const kwargs = firstMember(message, ["kwargs", "data"]);
  const constructorPath = member(message, "id");
  if (isRecord(kwargs) && (isList(constructorPath) || hasWords(kwargs))) {
    const name = isList(constructorPath) ? constructorPath.at(-1) : member(message, "type");
    return readMessages(withRole(kwargs, scalarText(name)), speaker, depth);
  }
  const parts = member(message, "parts");
  if (isList(parts) && member(message, "role") === undefined && parts.some(hasPartKind)) {
    return parts.flatMap((part) => (isRecord(part) ? readPydanticPart(part) : []));
  }
  return undefined;
}

function hasWords(message: JsonRecord): boolean {
  return member(message, "content") !== undefined || member(message, "parts") !== undefined;
}

function withRole(message: JsonRecord, role: string | null): JsonRecord {
  return role === null || firstMember(message, roleKeys) !== undefined
    ? message
    : { ...message, role };
}

function hasPartKind(part: AttributeValue): boolean {
  return isRecord(part) && member(part, "part_kind") !== undefined;
}

const speakerOfPartKind: Readonly<Record<string, Speaker>> = {
  "system-prompt": "system",
  "user-prompt": "customer",
  "retry-prompt": "tool",
  "tool-return": "tool",
  text: "agent",
  "tool-call": "agent",
};

function readPydanticPart(part: JsonRecord): Utterance[] {
  const kind = scalarText(member(part, "part_kind")) ?? "";
  const speaker = ownEntry(speakerOfPartKind, kind);
  if (speaker === undefined) return [];
  const parts = readParts(part);
  return [
    ...parts.answers,
    ...utterance({ speaker, parts, toolCallId: null, name: null, role: null }),
  ];
}

function roleOf(message: JsonRecord, type: string | null): Speaker | null {
  const said = scalarText(firstMember(message, roleKeys));
  if (said !== null) return speakerOf(said) ?? eventSpeaker(message) ?? "agent";
  const event = eventSpeaker(message);
  if (event !== null || type === null) return event;
  const source = member(message, "source");
  if (typeof source === "string" && /^[A-Z]\w*(?:Message|Event)$/.test(type)) {
    return speakerOf(type) ?? speakerOf(source) ?? "agent";
  }
  // A tool's definition also has `type: "function"`; only a value with content is a message.
  return firstMember(message, contentKeys) === undefined ? null : speakerOf(type);
}

/** A role that no convention knows. An author may be an agent's name, which is no role. */
function foreignRole(message: JsonRecord): string | null {
  const said = scalarText(firstMember(message, roleKeys));
  if (said === null || speakerOf(said) !== null || eventSpeaker(message) !== null) return null;
  return said === scalarText(member(message, "author")) ? null : said;
}

function eventRole(message: JsonRecord): string | null {
  const name = scalarText(firstMember(message, ["event.name", "event_name"]));
  const match = name === null ? null : eventNamePattern.exec(name);
  if (match === null) return null;
  return match[1] === "choice" ? "assistant" : (match[1] ?? null);
}

function eventSpeaker(message: JsonRecord): Speaker | null {
  const role = eventRole(message);
  return role === null ? null : speakerOf(role);
}

function assemble(message: JsonRecord, speaker: Speaker, parts: Parts): Utterance[] {
  const name = scalarText(member(message, "name"));
  const idKeys = speaker === "tool" ? [...answerIdKeys, "id"] : answerIdKeys;
  const toolCallId = speaker === "tool" ? scalarText(firstMember(message, idKeys)) : null;
  const role = speaker === "agent" ? foreignRole(message) : null;
  const said = utterance({ speaker, parts, toolCallId, name, role });
  return [
    ...parts.answers,
    ...(speaker === "tool" ? said.map((one) => asAnswer(one, message)) : said),
  ];
}

/** A tool's result without its wrapper; a prompt may tell it in another than the tool's span. */
function asAnswer(result: Utterance, message: JsonRecord): Utterance {
  const { value, isError } = unwrapAnswer(result.text);
  const text = value === result.text ? result.text : textOf(value);
  return { ...result, text, ...((isError || saysError(message)) && { isError: true }) };
}

/** Mastra puts it where a history's tool calls and results were; the calls' own spans have them. */
const toolPlaceholder = /^\[tool(?:-call|-result)?: [\w.-]+\]$/;

/** A customer's message of nothing but a part that nobody knows stays, as its type. */
function textOfParts({ texts, answers, unknown }: Parts, speaker: Speaker): string {
  const [type] = unknown;
  if (texts.length === 0 && answers.length === 0 && speaker === "customer" && type !== undefined) {
    return `[${type}]`;
  }
  return texts.filter((each) => !toolPlaceholder.test(each)).join("\n");
}

function utterance(said: {
  readonly speaker: Speaker;
  readonly parts: Parts;
  readonly toolCallId: string | null;
  readonly name: string | null;
  readonly role: string | null;
}): Utterance[] {
  const text = textOfParts(said.parts, said.speaker);
  if (text === "" && said.parts.toolCalls.length === 0 && said.toolCallId === null) return [];
  return [
    {
      speaker: said.speaker,
      text,
      ...(said.parts.toolCalls.length === 0 ? {} : { toolCalls: said.parts.toolCalls }),
      ...(said.toolCallId === null ? {} : { toolCallId: said.toolCallId }),
      ...(said.name === null ? {} : { name: said.name }),
      ...(said.role === null ? {} : { role: said.role }),
    },
  ];
}
