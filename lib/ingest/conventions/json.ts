import type { AttributeValue, Attributes } from "@/lib/domain/trace/span";
import { withExactIntegers } from "../exact-integers";
import { parsePython } from "./python-literal";

export type JsonRecord = { readonly [key: string]: AttributeValue };

/** True for an object that is neither null nor a list. */
export function isRecord(value: AttributeValue | undefined): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a list; `Array.isArray` alone does not narrow a readonly one. */
export function isList(value: AttributeValue | undefined): value is readonly AttributeValue[] {
  return Array.isArray(value);
}

/** An own member, so that `constructor` or `__proto__` is never found by inheritance. */
export function member(record: JsonRecord, key: string): AttributeValue | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The first of the members that is not null. */
export function firstMember(
  record: JsonRecord,
  keys: readonly string[],
): AttributeValue | undefined {
  for (const key of keys) {
    const value = member(record, key);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** The first of the members that is an object. */
export function recordMember(record: JsonRecord, keys: readonly string[]): JsonRecord | null {
  for (const key of keys) {
    const value = member(record, key);
    if (isRecord(value)) return value;
  }
  return null;
}

/** Deeper than any convention nests; bounds recursion so that no text can exhaust the stack. */
const deepest = 64;

/**
 * Parses JSON text that looks like an object, a list or a quoted string.
 * @returns undefined for anything else, malformed text, and too deep nesting
 */
function parseJson(text: string): AttributeValue | undefined {
  const first = firstCharacter(text);
  if (first !== "{" && first !== "[" && first !== '"') return undefined;
  try {
    const value = asAttributeValue(JSON.parse(withIds(text)));
    return text.length > deepest && isDeeper(value, deepest) ? undefined : value;
  } catch {
    return undefined;
  }
}

const integerSearchedMax = 64 * 1024;

function withIds(text: string): string {
  return text.length > integerSearchedMax || !/\d{16}/.test(text) ? text : withExactIntegers(text);
}

function firstCharacter(text: string): string {
  const first = text.charAt(0);
  return first === " " || first === "\n" || first === "\r" || first === "\t"
    ? text.trimStart().charAt(0)
    : first;
}

function isDeeper(value: AttributeValue, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  if (isList(value)) return value.some((item) => isDeeper(item, levels - 1));
  for (const key in value) if (isDeeper(value[key] ?? null, levels - 1)) return true;
  return false;
}

/** Guarantee: JSON.parse returns only what AttributeValue describes. */
function asAttributeValue(parsed: unknown): AttributeValue {
  return parsed as AttributeValue;
}

/** A value parsed from JSON or from what Python printed, also if encoded twice; other text is returned as it is. */
export function parsed(value: AttributeValue): AttributeValue {
  if (typeof value !== "string") return value;
  const once = parseJson(value) ?? parsePython(value) ?? value;
  if (typeof once !== "string" || once === value) return once;
  return (/^\s*[[{]/.test(once) ? parseJson(once) : undefined) ?? parsePython(once) ?? once;
}

/** A value as text: strings as they are, lists and objects as JSON, null as "". */
export function textOf(value: AttributeValue | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Text that an exporter wrapped as a JSON string (`"\"hello\""`), unwrapped. */
export function unquoted(text: string): string {
  if (!text.startsWith('"') || !text.endsWith('"') || text.length < 2) return text;
  const value = parseJson(text);
  return typeof value === "string" ? value : text;
}

const nothingWords = new Set([
  "",
  "none",
  "null",
  "undefined",
  "nan",
  "<not specified>",
  "<not serializable>",
]);

/** A scalar as trimmed text; null for other values and for words that programs print for null. */
export function scalarText(value: AttributeValue | undefined): string | null {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    return null;
  }
  const text = String(value).trim();
  return nothingWords.has(text.toLowerCase()) ? null : text;
}

/** The object that an attribute holds, itself or as JSON text; else null. */
export function objectUnder(attributes: Attributes, key: string): JsonRecord | null {
  const value = parsed(attributes.get(key) ?? null);
  return isRecord(value) ? value : null;
}
