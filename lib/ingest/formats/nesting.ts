import type { AttributeValue } from "@/lib/domain/trace/span";
import type { SpanFindings } from "./span-findings";

/** Lists and objects inside an attribute are read this deep; what lies below becomes null. */
export const nestingMax = 32;

/** Says whether a list or object at this depth (the outermost is 1) is cut off, and notes it. */
export function isTooDeep(depth: number, findings: SpanFindings): boolean {
  if (depth <= nestingMax) return false;
  findings.add(
    "nesting-truncated",
    `An attribute is nested deeper than ${nestingMax} levels; what lies below was dropped.`,
  );
  return true;
}

/** An object without a prototype, so that `__proto__` is only a key of it. */
export function emptyObject(): Record<string, AttributeValue> {
  // Object.create is typed `any`; an object made from null has no members at all.
  return Object.create(null) as Record<string, AttributeValue>;
}
