import type { TraceSpan, TraceSpanDetail } from "@/lib/domain/trace/trace";

/** A span's stored data as JSON, masked as stored. */
export function rawSpan(traceId: string, span: TraceSpan, detail: TraceSpanDetail): string {
  const { spanId, parentSpanId, name, kind, status, startUs, endUs, model, toolName } = span;
  const { statusMessage, otlpKind, attributes, events, links } = detail.remainder;
  const document = {
    trace_id: traceId,
    span_id: spanId,
    parent_span_id: parentSpanId,
    name,
    kind,
    otlp_kind: otlpKind,
    status,
    status_message: statusMessage,
    start_us: startUs,
    end_us: endUs,
    model,
    prompt_name: detail.promptName,
    prompt_version: detail.promptVersion,
    tool_name: toolName,
    identity: detail.identity,
    system: detail.system,
    input: detail.input,
    output: detail.output,
    ...detail.extra,
    attributes,
    events,
    links,
    resource: detail.resource,
  };
  return JSON.stringify(document, null, 2);
}
