import type { CaseSpan } from "@/lib/domain/case/case";
import { ancestors, type SpanTree } from "../select-conversation";

/** Spans of voice frameworks that say what was heard of a turn: LiveKit's, and Pipecat's by OpenInference. */
const frameNames: ReadonlySet<string> = new Set(["agent_turn", "pipecat.conversation.turn"]);

/**
 * The spans that say what was heard: what the models below them generated may have been cut, or thrown away.
 * @returns none if the contact's have no words, as where an instrumentation leaves them out
 */
export function findFrames(spans: readonly CaseSpan[]): ReadonlySet<CaseSpan> {
  const frames = spans.filter(isFrame);
  return new Set(frames.some(({ output }) => (output?.length ?? 0) > 0) ? frames : []);
}

function isFrame({ name }: CaseSpan): boolean {
  return frameNames.has(name);
}

/** True if a span of the frames is above. */
export function isBelowFrame(
  span: CaseSpan,
  tree: SpanTree,
  frames: ReadonlySet<CaseSpan>,
): boolean {
  if (frames.size === 0) return false;
  for (const above of ancestors(span, tree)) if (frames.has(above)) return true;
  return false;
}
