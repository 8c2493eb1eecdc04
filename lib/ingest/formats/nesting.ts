import type { AttributeValue } from "@/lib/domain/trace/span";
import type { SpanFindings } from "./span-findings";

/** Maximum depth of lists and objects in an attribute; deeper values become null. */
export const nestingMax = 32;

/** Whether a list or object at this depth (the outermost is 1) is cut off; adds the finding. */
export function isTooDeep(depth: number, findings: SpanFindings): boolean {
  if (depth <= nestingMax) return false;
  findings.add(
    "nesting-truncated",
    `An attribute is nested deeper than ${nestingMax} levels; what lies below was dropped.`,
  );
  return true;
}

/** An object without a prototype, so that `__proto__` is an ordinary key. */
export function emptyObject(): Record<string, AttributeValue> {
  // Object.create is typed `any`; an object created from null has no members.
  return Object.create(null) as Record<string, AttributeValue>;
}
