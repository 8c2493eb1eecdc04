export type JsonObject = { readonly [key: string]: unknown };

/** True for a JSON object, false for arrays, null and plain values. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a JSON array, whose elements are as unknown as it was. */
export function isJsonArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A member by its camelCase name or, if absent, its snake_case one. */
export function member(object: JsonObject, camel: string, snake: string): unknown {
  return object[camel] ?? object[snake];
}

/** A list member; anything else is an empty list. */
export function listMember(object: JsonObject, camel: string, snake: string): readonly unknown[] {
  const value = member(object, camel, snake);
  return isJsonArray(value) ? value : [];
}

/** A text member; anything else is "". */
export function textMember(object: JsonObject, camel: string, snake: string): string {
  const value = member(object, camel, snake);
  return typeof value === "string" ? value : "";
}
