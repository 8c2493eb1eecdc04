import type { AttributeValue } from "@/lib/domain/trace/span";
import { isList, isRecord, member, parsed } from "./json";
import { parsePython } from "./python-literal";

const partMembers = [
  "type",
  "text",
  "toolUse",
  "toolResult",
  "image",
  "document",
  "json",
  "tool_calls",
];

/**
 * Parses content written as text: a list of parts as JSON, or one part or a list of them as Python printed it. Other
 * text is returned as it is.
 */
export function partsInText(value: AttributeValue): AttributeValue {
  if (typeof value !== "string") return value;
  const list = value.startsWith("[{") ? parsed(value) : (parsePython(value) ?? value);
  return (isList(list) ? list : [list]).every(isPart) ? list : value;
}

function isPart(value: AttributeValue): boolean {
  return isRecord(value) && partMembers.some((key) => member(value, key) !== undefined);
}
