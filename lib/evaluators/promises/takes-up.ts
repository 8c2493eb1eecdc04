import type { PromiseKind } from "@/lib/domain/case/case-promise";
import { readAmounts } from "./read-amounts";

/** An order, an invoice, a line: what a matter is called by. */
const referencePattern = /\b[A-Z]{1,5}-?\d{4,}\b|\b\d{5,}\b/g;
/** An agent who looks has not told yet. */
const looking =
  /\b(check(ing)?|look(ing)? (in|up|at)|let me|bring(ing)? up|pull(ing)? up|one (sec|moment))\b/i;
const negative = /\b(not|no|nobody|none|never|nothing|without|unable|empty)\b|n['’]t\b/i;
/** Kinds of promise by which the company only says that it will be in touch about a matter. */
const contactKinds: ReadonlySet<PromiseKind> = new Set(["callback", "message", "follow-up"]);

/** The references and sums that words call a matter by. */
export function mattersIn(text: string): readonly string[] {
  const sums = readAmounts(text).map(({ value }) => `$${String(value)}`);
  return [...(text.match(referencePattern) ?? []), ...sums];
}

/**
 * True where a sentence of an agent tells of the matter about which the company had promised to be in
 * touch: that promise is not lost, whether or not the agent speaks of the promise itself.
 * @param matters what the customer called the matter by, as `mattersIn` reads it
 */
export function takesUp(text: string, kind: PromiseKind, matters: ReadonlySet<string>): boolean {
  if (!contactKinds.has(kind) || text.endsWith("?")) return false;
  if (negative.test(text) || looking.test(text)) return false;
  return mattersIn(text).some((matter) => matters.has(matter));
}
