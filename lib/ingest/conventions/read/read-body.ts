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
import { readMessages } from "./read-messages";
import type { ToolAnswer } from "./read-tool-texts";
import { emptyParts, readParts, readToolCalls } from "./read-parts";

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
const replyKeys = [
  "choices",
  "candidates",
  "generations",
  "replies",
  "message",
  "messages",
  "results",
];
const replyTextKeys = [
  "output_text",
  "text",
  "combined_chunk_content",
  "completion",
  "generated_text",
  "generation",
  "outputText",
  "response",
  "answer",
  "output",
  "content",
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
    return { system: null, content: text === "" ? null : text };
  }
  if (isEmpty(body)) return { system: null, content: null };
  const found = searchBody(body, { side, isModelCall, depth: 0 });
  return found ?? { system: null, content: textOf(value) };
}

/** A model's prompts or replies may be a list of texts. */
function asLines(body: AttributeValue): AttributeValue {
  const isTexts = isList(body) && body.length > 0 && body.every((item) => typeof item === "string");
  return isTexts ? body.join("\n") : body;
}

/** LangWatch wraps a value with its type: `{"type": "chat_messages", "value": […]}`. */
function withoutType(body: AttributeValue): AttributeValue {
  if (!isRecord(body) || Object.keys(body).length !== 2) return body;
  const value = member(body, "value");
  return value === undefined || typeof member(body, "type") !== "string" ? body : value;
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
    const [only] = body;
    return body.length === 1 && isRecord(only) ? searchBody(only, deeper(search)) : null;
  }
  const system = readSystem(body);
  const content = search.side === "input" ? readRequest(body, search) : readReply(body, search);
  if (content !== null) return { system, content };
  return searchWrappers(body, search, system);
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
  if (typeof prompt === "string")
    return prompt === "" ? null : [{ speaker: "customer", text: prompt }];
  const messages = readMessages(prompt, "customer");
  return messages === null || messages.length === 0 ? null : messages;
}

/** LangChain's `{"prompts": ["Human: hello"]}`. */
function readPrompts(body: JsonRecord): Content | null {
  const prompts = member(body, "prompts");
  if (!isList(prompts)) return null;
  return prompts.map(textOf).join("\n") || null;
}

function readReply(body: JsonRecord, search: Search): Content | null {
  const own = readMessages(body, "agent");
  if (own !== null && own.length > 0) return own;
  for (const key of replyKeys) {
    const reply = member(body, key);
    if (reply === undefined || reply === null) continue;
    const messages = readReplies(reply);
    if (messages !== null && messages.length > 0) return messages;
  }
  const nested = readNestedReply(body);
  if (nested !== null || !search.isModelCall) return nested;
  const text = firstMember(body, replyTextKeys);
  if (isList(text)) return listReply(text);
  const said = agentWords(typeof text === "string" ? text : "", body);
  return said.every((one) => one.text === "" && one.toolCalls === undefined) ? null : said;
}

function readReplies(reply: AttributeValue): Utterance[] | null {
  if (typeof reply === "string") return null;
  const list = isList(reply) ? reply.flat() : [reply];
  const all: Utterance[] = [];
  for (const item of list) {
    const one = typeof item === "string" ? agentWords(item, {}) : readChoice(item);
    if (one === null) return null;
    all.push(...one);
  }
  return all;
}

/** One alternative of a reply: an OpenAI choice, Gemini candidate, LangChain generation, or a message. */
function readChoice(choice: AttributeValue): Utterance[] | null {
  if (!isRecord(choice)) return null;
  const messages = readMessages(choice, "agent");
  if (messages !== null) return messages;
  const content = firstMember(choice, ["content", "delta", "message"]);
  if (isRecord(content)) {
    return readMessages({ role: "assistant", ...content }, "agent");
  }
  const text = firstMember(choice, ["text", "content", "generation_text", "outputText"]);
  return typeof text === "string" ? agentWords(text, choice) : null;
}

/** Gemini's and ADK's `content: {role, parts}`, Bedrock's `output.message`. */
function readNestedReply(body: JsonRecord): Content | null {
  for (const key of ["content", "output"]) {
    const inner = member(body, key);
    if (isRecord(inner)) {
      const messages =
        member(inner, "parts") === undefined
          ? readMessages(inner, "agent")
          : readMessages({ role: "model", ...inner }, "agent");
      if (messages !== null && messages.length > 0) return messages;
    }
    if (isList(inner) && key === "output") {
      const items = readMessages(inner, "agent");
      if (items !== null && items.length > 0) return items;
    }
  }
  return null;
}

/** Anthropic's and Cohere's `content: [{type: "text", text}]` without a role. */
function listReply(content: readonly AttributeValue[]): Content | null {
  const parts = readParts(content, emptyParts());
  if (parts.texts.length === 0 && parts.toolCalls.length === 0) return null;
  const calls = parts.toolCalls.length === 0 ? {} : { toolCalls: parts.toolCalls };
  return [{ speaker: "agent", text: parts.texts.join("\n"), ...calls }];
}

function agentWords(text: string, body: JsonRecord): Utterance[] {
  const called = readToolCalls(firstMember(body, ["tool_calls", "toolCalls"]));
  const toolCalls = called.filter(({ name }) => name !== "");
  return [{ speaker: "agent", text, ...(toolCalls.length === 0 ? {} : { toolCalls }) }];
}
