import type { AttributeValue } from "@/lib/domain/trace/span";
import { isList, isRecord, member, parsed } from "./json";

const partMembers = ["type", "text", "toolUse", "toolResult", "image", "document", "json"];

/** Parses content written as JSON text of a list of parts; other text is returned as it is. */
export function partsInText(value: AttributeValue): AttributeValue {
  if (typeof value !== "string" || !value.startsWith("[{")) return value;
  const list = parsed(value);
  if (!isList(list)) return value;
  const isParts = list.every(
    (part) => isRecord(part) && partMembers.some((key) => member(part, key) !== undefined),
  );
  return isParts ? list : value;
}
