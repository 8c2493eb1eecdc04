import type { CaseSpan } from "@/lib/domain/case/case";
import type { ToolCall } from "@/lib/domain/trace/reading";
import { spanKey, type SpanKey } from "@/lib/domain/trace/span";
import { isFailedSpan } from "@/lib/domain/trace/trace";
import { ancestors, indexSpans } from "../transcript/select-conversation";
import { failedAnswersIn, isSameAnswer } from "./failed-answers";
import { callsIn } from "./name-tools";

/**
 * Completes the spans of tools by what other spans say of the same call: a span of its execution below it has its
 * result, the call that a model made has its arguments where the span has a bare value, and an answer in a prompt says
 * that it failed.
 * @param spans of the case
 */
export function completeTools(spans: readonly CaseSpan[]): readonly CaseSpan[] {
  if (!spans.some(isTool)) return spans;
  return withFailedAnswers(withArguments(withExecutions(spans)));
}

function isTool({ part }: CaseSpan): boolean {
  return part === "tool";
}

/** Claude Code's `claude_code.tool.execution`, and a tool's span by another instrumentation below the first. */
function withExecutions(spans: readonly CaseSpan[]): readonly CaseSpan[] {
  const tree = indexSpans(spans);
  const changed = new Map<SpanKey, CaseSpan>();
  for (const span of spans.toReversed()) {
    if (!isTool(span)) continue;
    const above = [...ancestors(span, tree)].find(isTool);
    const inner = changed.get(spanKey(span)) ?? span;
    const outer = above && (changed.get(spanKey(above)) ?? above);
    if (outer === undefined || outer.output !== null || !isSameCall(inner, outer)) continue;
    changed.set(spanKey(outer), {
      ...outer,
      input: outer.input ?? inner.input,
      output: inner.output,
      isToolError: isFailedSpan(outer) || isFailedSpan(inner),
      failure: outer.failure ?? inner.failure,
      toolCallId: outer.toolCallId ?? inner.toolCallId,
    });
    changed.set(spanKey(inner), { ...inner, status: "unset", isToolError: false });
  }
  return changed.size === 0 ? spans : spans.map((span) => changed.get(spanKey(span)) ?? span);
}

function isSameCall(inner: CaseSpan, outer: CaseSpan): boolean {
  if (inner.toolCallId !== null && outer.toolCallId !== null) {
    return inner.toolCallId === outer.toolCallId;
  }
  return inner.toolName === outer.toolName || inner.name.startsWith(`${outer.name}.`);
}

function withArguments(spans: readonly CaseSpan[]): readonly CaseSpan[] {
  const bare = new Set(spans.filter(isBare));
  if (bare.size === 0) return spans;
  const calls = new Map<string, ToolCall[]>();
  const traces = new Set([...bare].map(({ traceId }) => traceId));
  for (const { traceId, input, output } of spans) {
    if (!traces.has(traceId)) continue;
    calls.set(traceId, [...(calls.get(traceId) ?? []), ...callsIn(output), ...callsIn(input)]);
  }
  return spans.map((span) => {
    if (!bare.has(span)) return span;
    const call = (calls.get(span.traceId) ?? []).find((each) => isCallOf(each, span));
    return call === undefined ? span : { ...span, input: call.args };
  });
}

/** Without arguments, or with a value that is no object: LangChain logs that of a tool with one argument. */
function isBare({ part, input }: CaseSpan): boolean {
  if (part !== "tool") return false;
  return input === null || (typeof input === "string" && !/^\s*\{/.test(input));
}

function isCallOf({ id, name, args }: ToolCall, { toolCallId, toolName, input }: CaseSpan) {
  if (!/^\s*\{/.test(args)) return false;
  if (id !== null && toolCallId !== null) return id === toolCallId;
  if (name !== toolName || typeof input !== "string") return false;
  const values = valuesIn(args);
  return values.length === 1 && values[0] === input;
}

/** The values of a JSON object, as text. */
function valuesIn(args: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(args);
    const values = typeof parsed === "object" && parsed !== null ? Object.values(parsed) : [];
    return values.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  } catch {
    return [];
  }
}

function withFailedAnswers(spans: readonly CaseSpan[]): readonly CaseSpan[] {
  const failed = failedAnswersIn(spans);
  if (failed.length === 0) return spans;
  return spans.map((span) => {
    const hasFailed = isTool(span) && !isFailedSpan(span);
    return hasFailed && failed.some((answer) => isSameAnswer(answer, span))
      ? { ...span, isToolError: true }
      : span;
  });
}
