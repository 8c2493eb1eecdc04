import type { Attributes, AttributeValue } from "@/lib/domain/trace/span";

type StoredAttributes = Readonly<Record<string, AttributeValue>>;

/** The attributes of a span's column `detail`, which was written from `prepareSpan`'s. */
export function storedAttributes(detail: string): Attributes {
  const { attributes } = JSON.parse(detail) as { attributes: StoredAttributes };
  return new Map(Object.entries(attributes));
}

/** A stored resource with its scope, as `prepareSpan` wrote it. */
export function storedResource(json: string): {
  readonly resource: Attributes;
  readonly scope: string;
} {
  const { attributes, scope } = JSON.parse(json) as { attributes: StoredAttributes; scope: string };
  return { resource: new Map(Object.entries(attributes)), scope };
}
