import type { Content, Utterance } from "@/lib/domain/trace/reading";
import type { AttributeValue } from "@/lib/domain/trace/span";
import { firstMember, isList, isRecord, member, parsed, type JsonRecord } from "../json";
import { messagesOfLines } from "../role-lines";
import { readMessages } from "./read-messages";
import { emptyParts, readParts, readToolCalls } from "./read-parts";

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
 * Reads what a model or agent replied.
 * @param isModelCall whether a bare text inside the object is the reply
 */
export function readReply(body: JsonRecord, isModelCall: boolean): Content | null {
  const own = readMessages(body, "agent");
  if (own !== null && own.length > 0) return own;
  for (const key of replyKeys) {
    const reply = member(body, key);
    if (reply === undefined || reply === null) continue;
    const messages = readReplies(reply);
    if (messages !== null && messages.length > 0) return messages;
  }
  const nested = readNestedReply(body);
  if (nested !== null || !isModelCall) return nested;
  const text = firstMember(body, replyTextKeys);
  if (isList(text)) return listReply(text);
  const said = agentWords(typeof text === "string" ? text : "", body);
  return said.every((one) => one.text === "" && one.toolCalls === undefined) ? null : said;
}

function readReplies(reply: AttributeValue): Utterance[] | null {
  if (typeof reply === "string") return null;
  const list = isList(reply) ? reply.flat() : [reply];
  const printed = messagesOfLines(list) ?? list.map(parsed);
  if (printed.every(isRecord)) return readMessages(printed, "agent") ?? readChoices(list);
  return readChoices(list);
}

function readChoices(list: readonly AttributeValue[]): Utterance[] | null {
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
export function listReply(content: readonly AttributeValue[]): Content | null {
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
