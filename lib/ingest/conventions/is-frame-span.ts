import type { SourceSpan } from "@/lib/domain/trace/span";

const frameNames = /^(?:LiveKit Audio Capture|Pipecat Process Frame)\b/;

/** True for a span of a single audio frame without text, which may be dropped or counted. */
export function isFrameSpan(span: SourceSpan): boolean {
  return frameNames.test(span.name);
}
