import type { CaseSpan } from "@/lib/domain/case/case";
import { isRedaction } from "@/lib/domain/trace/is-redaction";
import type { Content } from "@/lib/domain/trace/reading";
import { spanKey, type SpanKey } from "@/lib/domain/trace/span";
import { ancestors, type SpanTree } from "./select-conversation";

/**
 * The spans of a contact whose words were removed before they reached us. A span without words is
 * none of them if another span of the same call has the words: an ancestor, a descendant, or a
 * sibling at the same time, as where two instrumentations record one call.
 */
export function findStripped(spans: readonly CaseSpan[], tree: SpanTree): readonly CaseSpan[] {
  const suspects = spans.filter(isWordless);
  if (suspects.length === 0) return suspects;
  const withWords = spans.filter(hasWords);
  const above = new Set<SpanKey>();
  const siblings = new Map<string, CaseSpan[]>();
  for (const span of withWords) {
    for (const ancestor of ancestors(span, tree)) above.add(spanKey(ancestor));
    const family = familyOf(span);
    const known = siblings.get(family);
    if (known === undefined) siblings.set(family, [span]);
    else known.push(span);
  }
  const isCovered = (span: CaseSpan): boolean => {
    if (above.has(spanKey(span))) return true;
    if (isRemoved(span)) return false;
    for (const ancestor of ancestors(span, tree)) if (hasWords(ancestor)) return true;
    return (siblings.get(familyOf(span)) ?? []).some((other) => overlaps(other, span));
  };
  return suspects.filter((span) => !isCovered(span));
}

/** A model call without captured text still counts as a message. */
function isWordless(span: CaseSpan): boolean {
  if (isRemoved(span)) return true;
  return span.part === "history" && !hasContent(span);
}

/** True if the span's own words were removed; what its prompt repeats of earlier ones is not its own. */
function isRemoved({ isTextStripped, input, output }: CaseSpan): boolean {
  return isTextStripped || isMark(input) || hasMark(output);
}

function hasMark(content: Content | null): boolean {
  return typeof content === "object" && content !== null
    ? content.some(({ text }) => isRedaction(text))
    : isMark(content);
}

function isMark(content: Content | null): boolean {
  const text = typeof content === "object" ? content?.at(-1)?.text : content;
  return text !== undefined && isRedaction(text);
}

function hasWords(span: CaseSpan): boolean {
  return span.part !== "none" && span.part !== "tool" && hasContent(span);
}

function hasContent(span: CaseSpan): boolean {
  return span.input !== null || span.output !== null;
}

function familyOf(span: CaseSpan): string {
  return `${span.traceId}/${span.parentSpanId ?? ""}`;
}

function overlaps(one: CaseSpan, other: CaseSpan): boolean {
  return one.startUs <= other.endUs && other.startUs <= one.endUs;
}
