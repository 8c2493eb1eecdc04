import type { CaseSpan } from "@/lib/domain/case/case";
import { spanTraits } from "@/lib/domain/trace/reading";
import { spanKey } from "@/lib/domain/trace/span";

/** The spans of a case that others name as their parent, by key. */
export type SpanTree = ReadonlyMap<string, CaseSpan>;

/** Indexes the parents alone: in long cases most spans have none, and keys are a large part of the memory. */
export function indexSpans(spans: readonly CaseSpan[]): SpanTree {
  const parentIds = new Set(spans.map(({ parentSpanId }) => parentSpanId));
  const parents = spans.filter(({ spanId }) => parentIds.has(spanId));
  return new Map(parents.map((span) => [spanKey(span), span]));
}

/**
 * Keeps the spans that carry the conversation. Model output below a tool, guardrail or evaluator is
 * not said to the customer; a tool below a tool is part of one call.
 */
export function selectConversation(
  spans: readonly CaseSpan[],
  tree: SpanTree,
): readonly CaseSpan[] {
  return spans.filter(
    (span) =>
      span.part !== "none" &&
      !hasAncestor(span, tree, (above) => spanTraits[above.kind].form === "step"),
  );
}

/** True if an ancestor satisfies `test`; stops at a cycle. */
export function hasAncestor(
  span: CaseSpan,
  tree: SpanTree,
  test: (above: CaseSpan) => boolean,
): boolean {
  for (const above of ancestors(span, tree)) if (test(above)) return true;
  return false;
}

/** The ancestors of a span, nearest first. */
export function* ancestors(span: CaseSpan, tree: SpanTree): Generator<CaseSpan> {
  const seen = new Set([span.spanId]);
  let parentId = span.parentSpanId;
  while (parentId !== null && !seen.has(parentId)) {
    seen.add(parentId);
    const parent = tree.get(`${span.traceId}/${parentId}`);
    if (parent === undefined) return;
    yield parent;
    parentId = parent.parentSpanId;
  }
}
