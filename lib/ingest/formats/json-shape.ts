export type JsonObject = { readonly [key: string]: unknown };

/** True for a JSON object, false for arrays, null and plain values. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a JSON array, whose elements are as unknown as it was. */
export function isJsonArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Reads a member under its standard name or, where that is absent, its snake_case one. */
export function member(object: JsonObject, camel: string, snake: string): unknown {
  return object[camel] ?? object[snake];
}

/** Reads a member that should be a list; anything else is an empty one. */
export function listMember(object: JsonObject, camel: string, snake: string): readonly unknown[] {
  const value = member(object, camel, snake);
  return isJsonArray(value) ? value : [];
}

/** Reads a member that should be text; anything else is "". */
export function textMember(object: JsonObject, camel: string, snake: string): string {
  const value = member(object, camel, snake);
  return typeof value === "string" ? value : "";
}
