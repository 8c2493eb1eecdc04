import type { AttributeValue, Attributes } from "@/lib/domain/trace/span";
import { cleanText } from "./clean-text";
import { isJsonArray, isJsonObject, member, type JsonObject } from "./json-shape";
import { emptyObject, isTooDeep } from "./nesting";
import { setAttribute } from "../set-attribute";
import { readBase64 } from "./read-bytes";
import type { SpanFindings } from "./span-findings";

/** How texts of a document are cleaned: with `isClean` there is nothing to replace or truncate. */
export type TextMode = { readonly isClean: boolean; readonly findings: SpanFindings };

/**
 * Reads OTLP/JSON's list of key-value pairs; the last of equal keys wins. A plain JSON object is accepted instead.
 */
export function readAttributes(list: unknown, mode: TextMode): Attributes {
  const attributes = new Map<string, AttributeValue>();
  if (isJsonArray(list)) {
    for (const pair of list) {
      if (!isJsonObject(pair)) continue;
      const key = pair.key;
      if (typeof key === "string") {
        setAttribute(attributes, readText(key, mode), readAnyValue(pair.value, mode, 1));
      }
    }
  } else if (isJsonObject(list)) {
    for (const key of Object.keys(list)) {
      attributes.set(readText(key, mode), readPlain(list[key], mode, 1));
    }
  }
  return attributes;
}

/** Reads one AnyValue of OTLP/JSON, or a plain JSON value in its place. */
export function readValue(value: unknown, mode: TextMode): AttributeValue {
  return readAnyValue(value, mode, 1);
}

/** Cleans and truncates a text. */
export function readText(text: string, mode: TextMode): string {
  return mode.isClean ? text : cleanText(text, mode.findings);
}

function readAnyValue(value: unknown, mode: TextMode, depth: number): AttributeValue {
  if (!isJsonObject(value)) return readPlain(value, mode, depth);
  const text = value.stringValue;
  if (typeof text === "string") return readText(text, mode);
  const scalar = readScalar(value, mode);
  return scalar === undefined ? readNested(value, mode, depth) : scalar;
}

function readScalar(value: JsonObject, mode: TextMode): AttributeValue | undefined {
  const integer = member(value, "intValue", "int_value");
  if (integer !== undefined) return readInteger(integer);
  const double = member(value, "doubleValue", "double_value");
  if (double !== undefined) return readDouble(double);
  const flag = member(value, "boolValue", "bool_value");
  if (typeof flag === "boolean") return flag;
  const text = value.string_value;
  if (typeof text === "string") return readText(text, mode);
  const bytes = member(value, "bytesValue", "bytes_value");
  return typeof bytes === "string" ? cleanText(readBase64(bytes), mode.findings) : undefined;
}

function readNested(value: JsonObject, mode: TextMode, depth: number): AttributeValue {
  const array = member(value, "arrayValue", "array_value");
  if (isJsonObject(array)) {
    if (isTooDeep(depth, mode.findings)) return null;
    const values = array.values;
    if (!isJsonArray(values)) return [];
    return values.map((item) => readAnyValue(item, mode, depth + 1));
  }
  const list = member(value, "kvlistValue", "kvlist_value");
  if (!isJsonObject(list) || isTooDeep(depth, mode.findings)) return null;
  return readPairs(list.values, mode, depth);
}

function readPairs(pairs: unknown, mode: TextMode, depth: number): AttributeValue {
  const object = emptyObject();
  if (!isJsonArray(pairs)) return object;
  for (const pair of pairs) {
    if (isJsonObject(pair) && typeof pair.key === "string") {
      object[readText(pair.key, mode)] = readAnyValue(pair.value, mode, depth + 1);
    }
  }
  return object;
}

/** A plain JSON value in place of an AnyValue, as some writers send it. */
function readPlain(value: unknown, mode: TextMode, depth: number): AttributeValue {
  if (typeof value === "string") return readText(value, mode);
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (isJsonArray(value)) {
    return isTooDeep(depth, mode.findings)
      ? null
      : value.map((item) => readPlain(item, mode, depth + 1));
  }
  if (!isJsonObject(value) || isTooDeep(depth, mode.findings)) return null;
  const object = emptyObject();
  for (const key of Object.keys(value)) {
    object[readText(key, mode)] = readPlain(value[key], mode, depth + 1);
  }
  return object;
}

function readInteger(value: unknown): AttributeValue {
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return value;
    return Number.isInteger(value) ? BigInt(value).toString() : value;
  }
  if (typeof value !== "string") return null;
  const number = Number(value);
  return Number.isSafeInteger(number) && value.trim() !== "" ? number : value;
}

/** NaN and infinities stay text: JSON has no such numbers. */
function readDouble(value: unknown): AttributeValue {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return null;
  const number = Number(value);
  return Number.isFinite(number) && value.trim() !== "" ? number : value;
}
