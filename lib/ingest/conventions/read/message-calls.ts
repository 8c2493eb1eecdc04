import type { ToolCall } from "@/lib/domain/trace/reading";
import type { AttributeValue } from "@/lib/domain/trace/span";
import { firstMember, isRecord, member, type JsonRecord } from "../json";

/** Tool calls beside a message's usual members. */
export function extraToolCalls(message: JsonRecord): AttributeValue | undefined {
  const extra = member(message, "additional_kwargs");
  const inside = isRecord(extra) ? firstMember(extra, ["tool_calls", "function_call"]) : undefined;
  return inside ?? member(message, "function_call") ?? flattenedCall(message);
}

/** OpenInference's legacy function call. */
function flattenedCall(message: JsonRecord): AttributeValue | undefined {
  const name = member(message, "function_call_name");
  if (name === undefined) return undefined;
  return { name, arguments: member(message, "function_call_arguments_json") ?? "" };
}

export function pushNew(calls: ToolCall[], call: ToolCall): void {
  const isKnown = calls.some(
    (known) => known.name === call.name && (known.id === call.id || known.args === call.args),
  );
  if (!isKnown && call.name !== "") calls.push(call);
}
