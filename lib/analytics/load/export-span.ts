import type { Content, Speaker, ToolCall } from "@/lib/domain/trace/reading";
import type { SpanReading } from "@/lib/store/spans/export-rows";

/** The vocabulary of traces; human agents are distinguished from models. */
type Role = "user" | "assistant" | "agent" | "system" | "tool";

type ExportedMessage = {
  readonly role: Role;
  readonly content: string;
  readonly tool_calls?: readonly { id: string | null; name: string; arguments: string }[];
  readonly tool_call_id?: string;
  readonly name?: string;
};

/** One span's reading as `throughline export spans` prints it; the names are the export's contract. */
export type ExportedSpan = {
  readonly trace_id: string;
  readonly span_id: string;
  readonly parent_span_id: string | null;
  readonly name: string;
  readonly kind: string;
  readonly session: string | null;
  readonly customer_id: string | null;
  readonly case_id: string | null;
  readonly channel: string;
  readonly model: string | null;
  readonly prompt_name: string | null;
  readonly prompt_version: string | null;
  readonly tool_name: string | null;
  readonly status: string;
  readonly system: string | null;
  readonly input: string | readonly ExportedMessage[] | null;
  readonly output: string | readonly ExportedMessage[] | null;
};

/** Lays a span's reading out for export. */
export function exportSpan(span: SpanReading): ExportedSpan {
  const { identity } = span;
  const agentRole = identity.agentKind?.value === "human" ? "agent" : "assistant";
  const roles = { customer: "user", agent: agentRole, system: "system", tool: "tool" } as const;
  return {
    trace_id: span.traceId,
    span_id: span.spanId,
    parent_span_id: span.parentSpanId,
    name: span.name,
    kind: span.kind,
    session: identity.session?.value ?? null,
    customer_id: identity.customerId?.value ?? null,
    case_id: identity.caseId?.value ?? null,
    channel: identity.channel?.value ?? "unknown",
    model: span.model,
    prompt_name: span.promptName,
    prompt_version: span.promptVersion,
    tool_name: span.toolName,
    status: span.status,
    system: span.system,
    input: exportContent(span.input, roles),
    output: exportContent(span.output, roles),
  };
}

function exportContent(
  content: Content | null,
  roles: Readonly<Record<Speaker, Role>>,
): ExportedSpan["input"] {
  if (content === null || typeof content === "string") return content;
  return content.map(({ speaker, text, toolCalls, toolCallId, name }) => ({
    role: roles[speaker],
    content: text,
    ...(toolCalls !== undefined && { tool_calls: toolCalls.map(exportCall) }),
    ...(toolCallId !== undefined && { tool_call_id: toolCallId }),
    ...(name !== undefined && { name }),
  }));
}

function exportCall({ id, name, args }: ToolCall): {
  id: string | null;
  name: string;
  arguments: string;
} {
  return { id, name, arguments: args };
}
