import type { ToolCall, Utterance } from "@/lib/domain/trace/reading";
import type { AttributeValue } from "@/lib/domain/trace/span";
import {
  firstMember,
  isList,
  isRecord,
  member,
  parsed,
  recordMember,
  scalarText,
  textOf,
  type JsonRecord,
} from "../json";
import { saysError, unwrapAnswer } from "./unwrap-result";
import { hasMedia, markByModality, markOfType } from "./read-media";

export type Parts = {
  readonly texts: string[];
  readonly toolCalls: ToolCall[];
  /** Tool answers inside a message of another role. */
  readonly answers: Utterance[];
  /** Types of parts without a text that no convention knows. */
  readonly unknown: string[];
};

const partTypeKeys = ["type", "part_kind", "block_type", "kind"];
const callIdKeys = ["call_id", "callId", "id", "toolCallId", "tool_call_id", "toolUseId", "ref"];
const callNameKeys = ["name", "toolName", "tool_name"];
const argumentKeys = ["arguments", "args", "input", "parameters", "tool_kwargs"];
const answerIdKeys = [
  "tool_use_id",
  "toolUseId",
  "toolCallId",
  "tool_call_id",
  "call_id",
  "callId",
  "id",
  "ref",
];
const answerKeys = ["response", "result", "output", "content"];

const callTypes = new Set([
  "tool_call",
  "tool_use",
  "tool-call",
  "function_call",
  "server_tool_use",
]);
const answerTypes = new Set([
  "tool_call_response",
  "tool_result",
  "tool-result",
  "tool-return",
  "function_call_output",
  "function_call_result",
  "tool_response",
  "tool_call_result",
]);
const silentTypes = new Set([
  "reasoning",
  "thinking",
  "redacted_thinking",
  "redacted-reasoning",
  "reasoning_content",
  "step-start",
]);
/** Providers that identify the part by its only member rather than by a type. */
const callMembers = ["functionCall", "function_call", "toolUse", "toolRequest", "tool_call"];
const answerMembers = [
  "functionResponse",
  "function_response",
  "toolResult",
  "toolResponse",
  "tool_call_result",
];
/**
 * Reads a message's content: plain text, one part, or a list of parts in the shapes of OTel,
 * OpenAI, Anthropic, Gemini, Bedrock, the AI SDK, Genkit, Pydantic AI, Haystack and LlamaIndex.
 * Reasoning is left out; images, sound and files become a placeholder.
 */
export function readParts(content: AttributeValue | undefined, into: Parts = emptyParts()): Parts {
  if (content === undefined || content === null) return into;
  if (isList(content)) {
    for (const part of content) readParts(part, into);
  } else if (isRecord(content)) {
    readPart(content, into);
  } else {
    const text = textOf(content);
    if (text !== "") into.texts.push(text);
  }
  return into;
}

const textTypes = new Set(["text", "input_text", "output_text"]);

/** True for parts of a message that state their types, at least one of them text. */
export function areParts(list: readonly AttributeValue[]): boolean {
  const types = list.map((part) => (isRecord(part) ? scalarText(member(part, "type")) : null));
  const isPart = (type: string | null): boolean =>
    type !== null && (textTypes.has(type) || callTypes.has(type) || silentTypes.has(type));
  return types.every(isPart) && types.some((type) => type !== null && textTypes.has(type));
}

export function emptyParts(): Parts {
  return { texts: [], toolCalls: [], answers: [], unknown: [] };
}

function readPart(part: JsonRecord, into: Parts): void {
  const wrapped = member(part, "message_content");
  if (wrapped !== undefined) {
    readParts(wrapped, into);
    return;
  }
  const type = scalarText(firstMember(part, partTypeKeys)) ?? "";
  if (silentTypes.has(type) || member(part, "thought") === true) return;
  if (member(part, "reasoningContent") !== undefined) return;
  const isCall = callTypes.has(type) || isBareCall(part);
  const call = isCall ? part : recordMember(part, callMembers);
  if (call !== null) {
    const made = readToolCall(call);
    if (made.name !== "") into.toolCalls.push(made);
    return;
  }
  const isAnswer = answerTypes.has(type) || isBareAnswer(part);
  const answer = isAnswer ? part : recordMember(part, answerMembers);
  if (answer !== null) {
    into.answers.push(readToolAnswer(answer));
    return;
  }
  for (const made of readToolCalls(member(part, "tool_calls"))) into.toolCalls.push(made);
  readWords(part, type, into);
}

/** AutoGen's calls have no type: `{"id": "c-1", "name": "find", "arguments": "{}"}`. */
function isBareCall(part: JsonRecord): boolean {
  const names = Object.keys(part);
  return names.length === 3 && ["id", "name", "arguments"].every((name) => names.includes(name));
}

/** AutoGen's results have no type: `{"content": "…", "name": "…", "call_id": "…", "is_error": false}`. */
function isBareAnswer(part: JsonRecord): boolean {
  return (
    typeof member(part, "call_id") === "string" && typeof member(part, "is_error") === "boolean"
  );
}

function readWords(part: JsonRecord, type: string, into: Parts): void {
  const media = markOfType(type);
  if (media !== null) {
    into.texts.push(markByModality(part) ?? media);
    return;
  }
  const words = firstMember(part, ["text", "content", "value", "output_text", "refusal", "data"]);
  if (words !== undefined) {
    readParts(isRecord(words) ? (firstMember(words, ["value", "text"]) ?? words) : words, into);
    return;
  }
  if (hasMedia(part)) {
    into.texts.push(markByModality(part) ?? "[file]");
  } else if (type !== "") {
    if (!type.includes("text")) into.unknown.push(type);
  } else if (!isEmptyMessage(part) && Object.keys(part).length > 0) {
    into.texts.push(JSON.stringify(part));
  }
}

/** A message in a part's place, as OpenAI's SDK prints a reply that only calls tools. */
function isEmptyMessage(part: JsonRecord): boolean {
  return Object.hasOwn(part, "role") && Object.hasOwn(part, "content");
}

/** Reads a tool call in any provider's shape; `args` keeps the text as sent. */
function readToolCall(call: JsonRecord): ToolCall {
  const inner = recordMember(call, ["tool_call", "function"]);
  const named = inner === null ? call : (recordMember(inner, ["function"]) ?? inner);
  const id = scalarText(
    firstMember(call, callIdKeys) ?? (inner && firstMember(inner, callIdKeys)) ?? undefined,
  );
  const name = scalarText(firstMember(named, callNameKeys) ?? firstMember(call, callNameKeys));
  const args = firstMember(named, argumentKeys) ?? firstMember(call, argumentKeys);
  return { id, name: withoutQuotes(name ?? ""), args: textOf(args) };
}

/** CrewAI's histories quote a tool's name. */
function withoutQuotes(name: string): string {
  return /^(['"`])(?:(?!\1).)+\1$/.test(name) ? name.slice(1, -1) : name;
}

/** Reads a list of tool calls (OpenAI's, LangChain's, flattened ones), given as a value or as JSON text. */
export function readToolCalls(value: AttributeValue | undefined): ToolCall[] {
  if (value === undefined || value === null) return [];
  const calls = parsed(value);
  if (isRecord(calls)) return [readToolCall(calls)];
  return isList(calls) ? calls.filter(isRecord).map(readToolCall) : [];
}

function readToolAnswer(answer: JsonRecord): Utterance {
  const origin = recordMember(answer, ["origin"]) ?? answer;
  const id = scalarText(firstMember(answer, answerIdKeys) ?? firstMember(origin, answerIdKeys));
  const name = scalarText(firstMember(origin, callNameKeys));
  const { value, isError } = unwrapAnswer(firstMember(answer, answerKeys) ?? null);
  const hasFailed = isError || saysError(answer);
  return {
    speaker: "tool",
    text: textOf(value),
    ...(id === null ? {} : { toolCallId: id }),
    ...(name === null ? {} : { name }),
    ...(hasFailed ? { isError: true } : {}),
  };
}
