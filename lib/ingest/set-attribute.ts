import type { AttributeValue } from "@/lib/domain/trace/span";

/** Sets an attribute: the last of equal keys stands, but null never hides a value. */
export function setAttribute(
  attributes: Map<string, AttributeValue>,
  key: string,
  value: AttributeValue,
): void {
  if (value === null && attributes.has(key)) return;
  attributes.set(key, value);
}
