import type { CaseSpan } from "@/lib/domain/case/case";
import { spanKey } from "@/lib/domain/trace/span";
import { ancestors, type SpanTree } from "./select-conversation";

/** Spans of one tree, or of one trace where the tree's root did not arrive. */
type Unit = { readonly key: string; readonly root: CaseSpan };

/**
 * The summaries whose words other spans of the contact have in detail. `below`: a model call or a turn of their own
 * tree; `elsewhere`: of another, which may be of the same work.
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
  const units = new Set(spoken.map((span) => unitOf(span, tree).key));
  const frames = new Set(spoken.flatMap((span) => frameNames(span, tree)));
  for (const span of spans) {
    if (span.part !== "summary") continue;
    const { key, root } = unitOf(span, tree);
    if (units.has(key)) covered.set(span, "below");
    else if (!isTurn(span, frames) || spoken.some((other) => overlaps(other, root))) {
      covered.set(span, "elsewhere");
    }
  }
  return covered;
}

function unitOf(span: CaseSpan, tree: SpanTree): Unit {
  let root = span;
  for (const above of ancestors(span, tree)) root = above;
  return { key: root.parentSpanId === null ? spanKey(root) : root.traceId, root };
}

function frameNames(span: CaseSpan, tree: SpanTree): readonly string[] {
  return [...ancestors(span, tree)].filter(({ part }) => part === "summary").map(frameName);
}

function frameName({ kind, name }: CaseSpan): string {
  return `${kind} ${name}`;
}

function isTurn(span: CaseSpan, frames: ReadonlySet<string>): boolean {
  if (span.input === null || span.output === null) return false;
  return span.kind === "agent" || frames.has(frameName(span));
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
