import type { PromiseKind } from "@/lib/domain/case/case-promise";
import { readAmounts } from "./read-amounts";

/** Order and invoice numbers and the like. */
const referencePattern = /\b[A-Z]{1,5}-?\d{4,}\b|\b\d{5,}\b/g;
/** An agent who is still looking has not reported yet. */
const looking =
  /\b(check(ing)?|look(ing)? (in|up|at)|let me|bring(ing)? up|pull(ing)? up|one (sec|moment))\b/i;
const negative = /\b(not|no|nobody|none|never|nothing|without|unable|empty)\b|n['’]t\b/i;
/** Kinds of promise by which the company only says that it will be in touch about a matter. */
export const contactKinds: ReadonlySet<PromiseKind> = new Set(["callback", "message", "follow-up"]);

/** The references and amounts that a text names a matter by. */
export function mattersIn(text: string): readonly string[] {
  const sums = readAmounts(text).map(({ value }) => `$${String(value)}`);
  return [...(text.match(referencePattern) ?? []), ...sums];
}

/**
 * True if an agent reports on the matter that the company had promised to be in touch about: that
 * promise is not lost, even if the agent does not mention it.
 * @param matters the customer's references from `mattersIn`
 */
export function takesUp(text: string, kind: PromiseKind, matters: ReadonlySet<string>): boolean {
  if (!contactKinds.has(kind) || text.endsWith("?")) return false;
  if (negative.test(text) || looking.test(text)) return false;
  return mattersIn(text).some((matter) => matters.has(matter));
}
