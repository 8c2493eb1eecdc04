import type { Content, Utterance } from "@/lib/domain/trace/reading";
import type { AttributeValue } from "@/lib/domain/trace/span";
import {
  firstMember,
  isList,
  isRecord,
  member,
  parsed,
  scalarText,
  textOf,
  unquoted,
  type JsonRecord,
} from "../json";
import { dialogueOf } from "../role-lines";
import { asLines, textOfChunks } from "./read-chunks";
import { readMessages } from "./read-messages";
import type { ToolAnswer } from "./read-tool-texts";
import { areParts, readParts } from "./read-parts";
import { listReply, readReply } from "./read-reply";

export type ContentSide = "input" | "output";

/** The content of a request or response: instructions separate from the conversation. */
export type Body = {
  readonly system: string | null;
  readonly content: Content | null;
  /** Set if a tool's result is a message. */
  readonly answer?: ToolAnswer;
};

const messageListKeys = [
  "messages",
  "contents",
  "chat_history",
  "conversation",
  "new_messages",
  "items",
];
const promptKeys = [
  "prompt",
  "input",
  "inputText",
  "query",
  "question",
  "user_prompt",
  "user_input",
  "text",
  "message",
  "contents",
];
const systemKeys = [
  "system",
  "system_instruction",
  "systemInstruction",
  "instructions",
  "system_prompt",
  "systemPrompt",
  "preamble",
];
const wrapperKeys = [
  "inputs",
  "input",
  "kwargs",
  "request",
  "llm_request",
  "body",
  "params",
  "state",
  "output",
  "outputs",
  "response",
  "llm_response",
  "result",
  "update",
  "args",
];
/**
 * Reads an LLM call's request or response body, or an agent's state with messages.
 * @param isModelCall treats a bare prompt or reply text inside an object as content; elsewhere such
 * an object stays JSON text
 * @returns the conversation and the instructions; the text itself if nothing can be extracted
 */
export function readBody(value: AttributeValue, side: ContentSide, isModelCall: boolean): Body {
  const body = withoutType(isModelCall ? asLines(parsed(value)) : parsed(value));
  if (typeof body !== "object" || body === null) {
    const text = unquoted(textOf(body));
    const lines = isModelCall && side === "input" ? dialogueOf(text) : null;
    const content = lines === null ? text : readMessages(lines, "customer");
    return { system: null, content: content === "" ? null : content };
  }
  if (isEmpty(body)) return { system: null, content: null };
  const streamed = side === "output" ? textOfChunks(body) : null;
  if (streamed !== null) return { system: null, content: [{ speaker: "agent", text: streamed }] };
  const found = searchBody(body, { side, isModelCall, depth: 0 });
  return found ?? { system: null, content: textOf(value) };
}

/** LangWatch wraps a value with its type: `{"type": "chat_messages", "value": […]}`. */
function withoutType(body: AttributeValue): AttributeValue {
  if (isList(body)) return body.map(withoutType);
  if (!isRecord(body) || Object.keys(body).length !== 2) return body;
  const value = member(body, "value");
  const isTyped = value !== undefined && typeof member(body, "type") === "string";
  return isTyped ? (isList(value) ? withoutType(value) : value) : body;
}

/** True also if there are only empty message lists. */
function isEmpty(body: JsonRecord | readonly AttributeValue[]): boolean {
  if (isList(body)) return body.length === 0;
  return Object.entries(body).every(
    ([key, value]) => messageListKeys.includes(key) && isList(value) && value.length === 0,
  );
}

type Search = { readonly side: ContentSide; readonly isModelCall: boolean; readonly depth: number };

function searchBody(body: JsonRecord | readonly AttributeValue[], search: Search): Body | null {
  if (search.depth > 4) return null;
  const speaker = search.side === "input" ? "customer" : "agent";
  if (isList(body)) {
    if (!body.some((item) => isRecord(item) || isList(item))) return null;
    const messages = readMessages(body, speaker);
    if (messages !== null) return { system: null, content: messages };
    if (areParts(body)) return { system: null, content: partsOf(body, speaker) };
    const [only] = body;
    return body.length === 1 && isRecord(only) ? searchBody(only, deeper(search)) : null;
  }
  const system = readSystem(body);
  const content =
    search.side === "input" ? readRequest(body, search) : readReply(body, search.isModelCall);
  if (content !== null) return { system, content };
  return searchWrappers(body, search, system);
}

/** A message's parts without the message. */
function partsOf(parts: readonly AttributeValue[], speaker: "customer" | "agent"): Content | null {
  if (speaker === "agent") return listReply(parts);
  const text = readParts(parts).texts.join("\n");
  return text === "" ? null : [{ speaker, text }];
}

function deeper(search: Search): Search {
  return { ...search, depth: search.depth + 1 };
}

function searchWrappers(body: JsonRecord, search: Search, system: string | null): Body | null {
  for (const key of wrapperKeys) {
    const inner = member(body, key);
    const value = typeof inner === "string" ? parsed(inner) : inner;
    if (!isRecord(value) && !isList(value)) continue;
    const found = searchBody(value, deeper(search));
    if (found !== null) return { system: found.system ?? system, content: found.content };
  }
  return null;
}

function readSystem(body: JsonRecord): string | null {
  const config = member(body, "config");
  const said =
    firstMember(body, systemKeys) ??
    (isRecord(config) ? firstMember(config, systemKeys) : undefined);
  return said === undefined ? null : systemText(said);
}

/** Instructions as text: a string, a list of strings or text parts, or Gemini's content object. */
export function systemText(value: AttributeValue): string | null {
  const given = withoutEnvelope(parsed(value));
  const messages = isRecord(given) || isList(given) ? readMessages(given, "system") : null;
  const text =
    messages === null || messages.length === 0
      ? readParts(given).texts.join("\n")
      : messages.map((message) => message.text).join("\n");
  return text.trim() === "" ? null : text;
}

/** Gemini wraps instructions in a content object without a role. */
function withoutEnvelope(value: AttributeValue): AttributeValue {
  return isRecord(value) ? (member(value, "parts") ?? value) : value;
}

function readRequest(body: JsonRecord, search: Search): Content | null {
  for (const key of messageListKeys) {
    const list = member(body, key);
    if (list === undefined || list === null) continue;
    const messages = readMessages(parsed(list), "customer");
    if (messages !== null && messages.length > 0) return withPrompt(messages, body, key);
  }
  const message = readMessages(body, "customer");
  if (message !== null && message.length > 0) return message;
  if (!search.isModelCall) return null;
  const prompt = firstMember(body, promptKeys);
  return prompt === undefined ? readPrompts(body) : readPrompt(prompt);
}

/** A history with the new question beside it (`chat_history` + `input`) is one conversation. */
function withPrompt(messages: Utterance[], body: JsonRecord, key: string): Utterance[] {
  if (key !== "chat_history") return messages;
  const prompt = scalarText(firstMember(body, promptKeys));
  return prompt === null ? messages : [...messages, { speaker: "customer", text: prompt }];
}

function readPrompt(prompt: AttributeValue): Content | null {
  if (typeof prompt === "string") {
    const lines = dialogueOf(prompt);
    if (lines !== null) return readMessages(lines, "customer");
    return prompt === "" ? null : [{ speaker: "customer", text: prompt }];
  }
  const messages = readMessages(prompt, "customer");
  return messages === null || messages.length === 0 ? null : messages;
}

/** LangChain's `{"prompts": ["Human: hello"]}`. */
function readPrompts(body: JsonRecord): Content | null {
  const prompts = member(body, "prompts");
  if (!isList(prompts)) return null;
  const text = prompts.map(textOf).join("\n");
  const lines = dialogueOf(text);
  return lines === null ? text || null : readMessages(lines, "customer");
}
