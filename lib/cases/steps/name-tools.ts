import type { CaseSpan } from "@/lib/domain/case/case";
import type { Content, ToolCall } from "@/lib/domain/trace/reading";

/**
 * Names the tool spans that state no tool's name, by the calls that other spans of their trace
 * carry: that with the span's call id, else those with its arguments, else the only tool called.
 * A span whose calls disagree stays unnamed.
 * @param spans of the case
 */
export function nameTools(spans: readonly CaseSpan[]): readonly CaseSpan[] {
  const unnamed = new Set(spans.filter(isUnnamed).map(({ traceId }) => traceId));
  if (unnamed.size === 0) return spans;
  const calls = new Map<string, ToolCall[]>();
  for (const { traceId, input, output } of spans) {
    if (!unnamed.has(traceId)) continue;
    const known = calls.get(traceId) ?? [];
    calls.set(traceId, known);
    known.push(...callsIn(input), ...callsIn(output));
  }
  return spans.map((span) => {
    if (!isUnnamed(span)) return span;
    const toolName = nameOf(span, calls.get(span.traceId) ?? []);
    return toolName === null ? span : { ...span, toolName };
  });
}

function isUnnamed({ part, toolName }: CaseSpan): boolean {
  return part === "tool" && toolName === null;
}

/** The tool calls of messages. */
export function callsIn(content: Content | null): readonly ToolCall[] {
  if (content === null || typeof content === "string") return [];
  return content.flatMap(({ toolCalls = [] }) => toolCalls);
}

function nameOf({ toolCallId, input }: CaseSpan, calls: readonly ToolCall[]): string | null {
  const args = typeof input === "string" ? withoutSpace(input) : null;
  const fitting = [
    calls.filter(({ id }) => id !== null && id === toolCallId),
    calls.filter((call) => args !== null && withoutSpace(call.args) === args),
    calls,
  ].find((some) => some.length > 0);
  const names = new Set(fitting?.map(({ name }) => name).filter((name) => name !== ""));
  const [only] = names;
  return names.size === 1 && only !== undefined ? only : null;
}

function withoutSpace(args: string): string {
  return args.replaceAll(/\s+/g, "");
}
