import type { SourceSpan } from "@/lib/domain/trace/span";

const frameNames = /^(?:LiveKit Audio Capture|Pipecat Process Frame)\b/;

/** True for spans that exist once per audio frame and carry no words: they may be dropped or counted. */
export function isFrameSpan(span: SourceSpan): boolean {
  return frameNames.test(span.name);
}
