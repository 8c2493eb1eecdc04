import type { AttributeValue } from "@/lib/domain/trace/span";
import { firstMember, isList, isRecord, member, parsed, textOf, type JsonRecord } from "../json";

/** Members beside a result's own value in the wrappers of SDKs, in lower case. */
const besides: ReadonlySet<string> = new Set([
  "id",
  "name",
  "type",
  "status",
  "is_error",
  "iserror",
  "error",
  "tooluseid",
  "tool_use_id",
  "tool_call_id",
  "will_continue",
  "scheduling",
  "annotations",
  "_meta",
  "meta",
]);
const deepest = 4;

/**
 * A tool's arguments or result without what only states its type, or whose it is: LangWatch's typed values, the blocks
 * of MCP, Anthropic and Bedrock, Google's FunctionResponse.
 * @returns the value itself if it has no such wrapper
 */
export function unwrapResult(value: AttributeValue, depth = 0): AttributeValue {
  const body = parsed(value);
  if (depth > deepest || typeof body !== "object" || body === null) return value;
  const inner = isList(body) ? textOfBlocks(body) : isRecord(body) ? insideOf(body) : undefined;
  return inner === undefined || inner === null ? value : unwrapResult(inner, depth + 1);
}

/** The texts of blocks of which each is text or data alone. */
function textOfBlocks(blocks: readonly AttributeValue[]): string | undefined {
  if (blocks.length === 0) return undefined;
  const texts: string[] = [];
  for (const block of blocks) {
    const words = isRecord(block) ? wordsOfBlock(block) : undefined;
    if (words === undefined) return undefined;
    texts.push(textOf(words));
  }
  return texts.join("\n");
}

function wordsOfBlock(block: JsonRecord): AttributeValue | undefined {
  const [key, ...others] = Object.keys(block).filter((name) => !besides.has(name.toLowerCase()));
  const isTyped = key === "value" && typeof member(block, "type") === "string";
  const isBlock = key === "text" || key === "json" || isTyped;
  return isBlock && others.length === 0 ? member(block, key) : undefined;
}

function insideOf(body: JsonRecord): AttributeValue | undefined {
  const [key, ...others] = Object.keys(body).filter((name) => !besides.has(name.toLowerCase()));
  if (key === undefined || others.length > 0) return undefined;
  const inner = member(body, key);
  const isTyped = typeof member(body, "type") === "string";
  if (key === "value" || key === "text") return isTyped ? inner : undefined;
  if (key === "content") return isList(inner) ? textOfBlocks(inner) : undefined;
  if (key !== "response") return undefined;
  return firstMember(body, ["id", "name"]) === undefined ? undefined : inner;
}
