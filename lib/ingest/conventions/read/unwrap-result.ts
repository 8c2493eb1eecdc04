import type { AttributeValue } from "@/lib/domain/trace/span";
import {
  firstMember,
  isList,
  isRecord,
  member,
  parsed,
  scalarText,
  textOf,
  type JsonRecord,
} from "../json";

/** Members beside a result's own value in the wrappers of SDKs, in lower case. */
const besides: ReadonlySet<string> = new Set([
  "id",
  "name",
  "type",
  "status",
  "is_error",
  "iserror",
  "error",
  "call_id",
  "callid",
  "tooluseid",
  "tool_use_id",
  "tool_call_id",
  "toolcallid",
  "will_continue",
  "scheduling",
  "annotations",
  "structuredcontent",
  "structured_content",
  "_meta",
  "meta",
  // LlamaIndex, CrewAI, Pydantic AI, Haystack, and what LangChain's callbacks add.
  "tool_name",
  "toolname",
  "raw_input",
  "result_as_answer",
  "metadata",
  "origin",
  "kwargs",
]);
const deepest = 6;
const errorTypes: ReadonlySet<string> = new Set(["error-text", "error-json", "execution-denied"]);

/** A tool's result without its wrapper, with what the wrapper says of the call. */
export type Unwrapped = {
  readonly value: AttributeValue;
  readonly isError: boolean;
  readonly callId: string | null;
};

/**
 * A tool's arguments or result without what only states its type, or whose it is: LangWatch's typed values, the blocks
 * of MCP, Anthropic and Bedrock, Google's FunctionResponse, LlamaIndex's ToolOutput, the AI SDK's typed outputs,
 * LangChain's `{"output": …}`.
 * @returns the value itself if it has no such wrapper
 */
export function unwrapResult(value: AttributeValue): AttributeValue {
  return unwrapAnswer(value).value;
}

/** The same, with what the wrapper says besides. */
export function unwrapAnswer(value: AttributeValue, depth = 0): Unwrapped {
  const body = parsed(value);
  const isObject = typeof body === "object" && body !== null;
  const asItIs = {
    value: isObject && isPrinted(value) ? JSON.stringify(body) : value,
    isError: false,
    callId: null,
  };
  if (depth > deepest || !isObject) return asItIs;
  const inner = isList(body) ? textOfBlocks(body) : isRecord(body) ? insideOf(body) : undefined;
  if (inner === undefined) return asItIs;
  const unwrapped = unwrapAnswer(inner, depth + 1);
  if (!isRecord(body)) return unwrapped;
  return {
    value: unwrapped.value,
    isError: unwrapped.isError || saysError(body),
    callId: callIdOf(body) ?? unwrapped.callId,
  };
}

const callIdKeys = ["tool_call_id", "call_id", "tool_use_id", "toolUseId", "toolCallId", "callId"];

/** Google's FunctionResponse has the call's id beside its name. */
function callIdOf(body: JsonRecord): string | null {
  const isFunctions = member(body, "response") !== undefined;
  return scalarText(firstMember(body, isFunctions ? [...callIdKeys, "id"] : callIdKeys));
}

/** True for a whole dict or list that Python printed: other spans tell the same result as JSON. */
function isPrinted(value: AttributeValue): boolean {
  return typeof value === "string" && /^\s*[[{]\s*[[{]?\s*'/.test(value) && /[\]}]\s*$/.test(value);
}

/** Whether a tool's answer says that the tool failed, besides its text. */
export function saysError(answer: JsonRecord): boolean {
  const type = member(answer, "type");
  if (typeof type === "string" && errorTypes.has(type)) return true;
  if (member(answer, "status") === "error") return true;
  const flags = ["is_error", "isError", "error"].map((key) => member(answer, key));
  return flags.some((flag) => flag === true || flag === "true" || flag === "True");
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

function namesIn(record: JsonRecord): readonly string[] {
  return Object.keys(record).filter((name) => !besides.has(name.toLowerCase()));
}

function wordsOfBlock(block: JsonRecord): AttributeValue | undefined {
  const [key, ...others] = namesIn(block);
  const isTyped = key === "value" && typeof member(block, "type") === "string";
  const isBlock = key === "text" || key === "json" || isTyped;
  return isBlock && others.length === 0 ? member(block, key) : undefined;
}

/** Wrappers that are the only member, around an answer. */
const answerNames: ReadonlySet<string> = new Set([
  "functionResponse",
  "function_response",
  "toolResult",
  "tool_result",
  "output",
]);

function insideOf(body: JsonRecord): AttributeValue | undefined {
  const raw = member(body, "raw_output");
  if (raw !== undefined && firstMember(body, ["tool_name", "raw_input"]) !== undefined) {
    return raw ?? firstMember(body, ["blocks", "content"]);
  }
  const [key, ...others] = namesIn(body);
  if (key === undefined || others.length > 0) return undefined;
  const inner = member(body, key);
  const isTyped = typeof member(body, "type") === "string";
  if (key === "value" || key === "text" || key === "reason") return isTyped ? inner : undefined;
  if (key === "json") return Object.keys(body).length === 1 ? inner : undefined;
  if (key === "content") return isList(inner) ? textOfBlocks(inner) : ofAnswer(body, inner);
  if (key === "result" || key === "return_value") return ofAnswer(body, inner);
  if (answerNames.has(key)) {
    const isAlone = Object.keys(body).every((name) => name === key || name === "kwargs");
    return isAlone || isTyped ? inner : ofAnswer(body, inner);
  }
  if (key !== "response") return undefined;
  return firstMember(body, ["id", "name"]) === undefined ? undefined : inner;
}

/** A value whose record says which call it answers, or whether it is an error. */
function ofAnswer(body: JsonRecord, inner: AttributeValue | undefined): AttributeValue | undefined {
  const marks = [...callIdKeys, "is_error", "isError", "origin", "result_as_answer"];
  return firstMember(body, marks) === undefined ? undefined : inner;
}
