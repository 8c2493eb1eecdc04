import type { CaseSpan } from "@/lib/domain/case/case";
import { ancestors, type SpanTree } from "./select-conversation";

/**
 * The summaries whose words other spans of the contact have in detail. `below`: a model call or a turn within them;
 * `elsewhere`: another, which may be of the same work.
 *
 * An agent whose work nothing else tells is not covered: its model call was not recorded. So is a chain whose
 * namesakes in the contact are around a turn each.
 */
export function findCoveredSummaries(
  spans: readonly CaseSpan[],
  tree: SpanTree,
): ReadonlyMap<CaseSpan, "below" | "elsewhere"> {
  const covered = new Map<CaseSpan, "below" | "elsewhere">();
  const spoken = spans.filter((span) => isSpoken(span) && hasWords(span));
  if (spoken.length === 0) return covered;
  const above = new Set(spoken.flatMap((span) => [...ancestors(span, tree)]));
  const frames = new Set([...above].filter(isSummary).map(frameName));
  for (const span of spans) {
    if (!isSummary(span)) continue;
    if (above.has(span)) covered.set(span, "below");
    else if (!isTurn(span, frames) || spoken.some((other) => overlaps(other, span))) {
      covered.set(span, "elsewhere");
    }
  }
  return covered;
}

function isSummary({ part }: CaseSpan): boolean {
  return part === "summary";
}

function frameName({ kind, name }: CaseSpan): string {
  return `${kind} ${name}`;
}

function isTurn(span: CaseSpan, frames: ReadonlySet<string>): boolean {
  if (span.input === null || span.output === null) return false;
  if (span.kind === "agent") return true;
  return span.parentSpanId === null && frames.has(frameName(span));
}

function isSpoken({ part }: CaseSpan): boolean {
  return part === "turn" || part === "history";
}

/** True if the span was given or returned words. */
export function hasWords({ input, output }: CaseSpan): boolean {
  return (input?.length ?? 0) > 0 || (output?.length ?? 0) > 0;
}

function overlaps(one: CaseSpan, other: CaseSpan): boolean {
  return one.startUs <= other.endUs && other.startUs <= one.endUs;
}
