import type { AttributeValue } from "@/lib/domain/trace/span";
import { firstMember, isList, isRecord, member, parsed, scalarText } from "../json";
import { readMessages } from "./read-messages";

/** What a tool's message says besides its text. */
export type ToolAnswer = {
  readonly toolCallId: string;
  readonly name: string | null;
  readonly isError: boolean;
};

/**
 * A tool's arguments without the wrapper of a decorated function or a LangChain run:
 * `{"args": [], "kwargs": {…}}`, `{"args": ["{…}"]}`; smolagents adds flags.
 */
export function withoutCallWrapper(text: string): string {
  if (!text.startsWith("{") || !/"(?:kw)?args"/.test(text)) return text;
  const call = parsed(text);
  if (!isRecord(call) || !Object.entries(call).every(isOfWrapper)) return text;
  const given = member(call, "args");
  const args = isList(given) ? given : [];
  const kwargs = member(call, "kwargs");
  const named = isRecord(kwargs) ? kwargs : null;
  if (args.length === 0) return named === null ? text : JSON.stringify(named);
  const only = parsed(args[0] ?? null);
  const isOneObject = args.length === 1 && isRecord(only);
  return isOneObject && Object.keys(named ?? {}).length === 0 ? JSON.stringify(only) : text;
}

function isOfWrapper([key, value]: readonly [string, AttributeValue]): boolean {
  return key === "args" || key === "kwargs" || typeof value === "boolean";
}

/**
 * Reads a tool's result that is a message with the call's id, as LangChain's tools return it.
 * @returns null for any other result
 */
export function readToolMessage(
  value: AttributeValue,
): { readonly text: string; readonly answer: ToolAnswer } | null {
  if (typeof value === "string" && !value.includes("tool_call_id")) return null;
  const body = parsed(value);
  const inner = isRecord(body) ? (member(body, "output") ?? body) : body;
  const [message, ...further] = isRecord(inner) ? (readMessages(inner, "tool") ?? []) : [];
  if (message === undefined || further.length > 0 || !isRecord(inner)) return null;
  if (message.speaker !== "tool" || message.toolCallId === undefined) return null;
  const kwargs = firstMember(inner, ["kwargs", "data"]);
  const status = scalarText(member(isRecord(kwargs) ? kwargs : inner, "status"));
  const { toolCallId, name = null } = message;
  const answer = { toolCallId, name, isError: status === "error" };
  return { text: message.text, answer };
}
