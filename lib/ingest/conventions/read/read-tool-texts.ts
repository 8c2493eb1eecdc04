import type { AttributeValue } from "@/lib/domain/trace/span";
import {
  firstMember,
  isList,
  isRecord,
  member,
  parsed,
  scalarText,
  type JsonRecord,
} from "../json";
import { readMessages } from "./read-messages";
import { saysError } from "./unwrap-result";

/** What a tool's message says besides its text. */
export type ToolAnswer = {
  readonly toolCallId: string | null;
  readonly name: string | null;
  readonly isError: boolean;
};

/** What Python prints for an object that it can't show: a framework's own, given to the tool beside its arguments. */
const shownObject = /^<[\w.[\], ]{1,200} (?:object )?at 0x[0-9a-f]+>$/i;

/**
 * A tool's arguments without the wrapper of a decorated function or a LangChain run:
 * `{"args": [], "kwargs": {…}}`, `{"args": ["{…}"]}`, `{"input_str": "{…}", "inputs": {…}, "tags": []}`; smolagents adds
 * flags. A dict that Python printed is JSON.
 */
export function withoutCallWrapper(text: string): string {
  if (!/^\s*\{/.test(text)) return text;
  const call = parsed(text);
  if (!isRecord(call)) return text;
  const args = argumentsIn(call);
  const isPrinted = /^\s*\{\s*'/.test(text);
  return args === call && !isPrinted ? text : textOfArguments(args, text);
}

function textOfArguments(args: AttributeValue, text: string): string {
  if (isRecord(args)) return JSON.stringify(args);
  return typeof args === "string" ? args : text;
}

function argumentsIn(call: JsonRecord): AttributeValue {
  const printed = member(call, "input_str");
  if (printed !== undefined) {
    const inputs = member(call, "inputs");
    return withoutObjects(isRecord(inputs) ? inputs : parsed(printed));
  }
  const [key, ...others] = Object.keys(call);
  const input = member(call, "input");
  if (key === "input" && others.length === 0 && typeof input === "string") {
    // LangChain's runs print the arguments; an argument that is JSON text stays one.
    return /^\s*\{\s*'/.test(input) ? withoutObjects(parsed(input)) : call;
  }
  return withoutObjects(isWrapper(call) ? calledWith(call) : call);
}

function isWrapper(call: JsonRecord): boolean {
  const isOwn = member(call, "args") !== undefined || member(call, "kwargs") !== undefined;
  return isOwn && Object.entries(call).every(isOfWrapper);
}

function calledWith(call: JsonRecord): AttributeValue {
  const given = member(call, "args");
  const args = isList(given) ? given : [];
  const kwargs = member(call, "kwargs");
  const named = isRecord(kwargs) ? kwargs : null;
  if (args.length === 0) return named ?? call;
  const only = parsed(args[0] ?? null);
  const isOneObject = args.length === 1 && isRecord(only);
  return isOneObject && Object.keys(named ?? {}).length === 0 ? only : call;
}

function isOfWrapper([key, value]: readonly [string, AttributeValue]): boolean {
  return key === "args" || key === "kwargs" || typeof value === "boolean";
}

function withoutObjects(args: AttributeValue): AttributeValue {
  if (!isRecord(args)) return args;
  const own = Object.entries(args).filter(
    ([, value]) => typeof value !== "string" || !shownObject.test(value),
  );
  return own.length === Object.keys(args).length ? args : Object.fromEntries(own);
}

/**
 * Reads a tool's result that is a message with the call's id, as LangChain's tools return it, also within a LangGraph
 * command that updates the messages.
 * @param callId the id of the tool's call, if its span states it
 * @returns null for any other result
 */
export function readToolMessage(
  value: AttributeValue,
  callId: string | null,
): { readonly text: string; readonly answer: ToolAnswer } | null {
  if (typeof value === "string" && !value.includes("tool_call_id")) return null;
  const body = parsed(value);
  const inner = messageIn(isRecord(body) ? parsed(member(body, "output") ?? body) : body, callId);
  const [message, ...further] = inner === null ? [] : (readMessages(inner, "tool") ?? []);
  if (message === undefined || further.length > 0 || inner === null) return null;
  if (message.speaker !== "tool" || message.toolCallId === undefined) return null;
  const kwargs = firstMember(inner, ["kwargs", "data"]);
  const isError = saysError(isRecord(kwargs) ? kwargs : inner) || message.isError === true;
  const { toolCallId, name = null } = message;
  return { text: message.text, answer: { toolCallId, name, isError } };
}

/** The tool's own message: the value itself, or the one with the call's id, else the last, in a command's update. */
function messageIn(value: AttributeValue, callId: string | null): JsonRecord | null {
  if (isList(value)) {
    const messages = value.map((item) => messageIn(item, callId)).filter((item) => item !== null);
    return messages.find((item) => callIdOf(item) === callId) ?? messages.at(-1) ?? null;
  }
  if (!isRecord(value)) return null;
  const update = member(value, "update");
  if (isRecord(update)) return messageIn(member(update, "messages") ?? null, callId);
  const id = callIdOf(value);
  if (id === null) return null;
  const isUntyped = firstMember(value, ["role", "type", "kwargs", "data"]) === undefined;
  return isUntyped ? { ...value, role: "tool" } : value;
}

function callIdOf(message: JsonRecord): string | null {
  const inside = firstMember(message, ["kwargs", "data"]);
  return scalarText(member(isRecord(inside) ? inside : message, "tool_call_id"));
}
