import type { Attributes, AttributeValue } from "@/lib/domain/trace/span";

type StoredAttributes = Readonly<Record<string, AttributeValue>>;

/** Parses the span column `detail`, which `prepareSpan` wrote. */
export function storedAttributes(detail: string): Attributes {
  const { attributes } = JSON.parse(detail) as { attributes: StoredAttributes };
  return new Map(Object.entries(attributes));
}

/** Parses a stored resource with its scope, which `prepareSpan` wrote. */
export function storedResource(json: string): {
  readonly resource: Attributes;
  readonly scope: string;
} {
  const { attributes, scope } = JSON.parse(json) as { attributes: StoredAttributes; scope: string };
  return { resource: new Map(Object.entries(attributes)), scope };
}

/** The span column `detail` with other attributes. */
export function withAttributes(detail: string, attributes: Attributes): string {
  const stored = JSON.parse(detail) as object;
  return JSON.stringify({ ...stored, attributes: Object.fromEntries(attributes) });
}
