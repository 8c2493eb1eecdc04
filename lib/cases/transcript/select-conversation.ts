import type { CaseSpan } from "@/lib/domain/case/case";
import type { SpanKind } from "@/lib/domain/trace/reading";
import { spanKey } from "@/lib/domain/trace/span";

/** The spans of a case by key, to look up parents. */
export type SpanTree = ReadonlyMap<string, CaseSpan>;

export function indexSpans(spans: readonly CaseSpan[]): SpanTree {
  return new Map(spans.map((span) => [spanKey(span), span]));
}

const withoutConversation: ReadonlySet<SpanKind> = new Set([
  "tool",
  "guardrail",
  "evaluator",
  "retriever",
  "reranker",
  "embedding",
]);

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
      !hasAncestor(span, tree, (above) => withoutConversation.has(above.kind)),
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
