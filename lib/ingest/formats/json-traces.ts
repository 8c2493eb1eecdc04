import { partLength, type DecodedItem } from "./format";
import { isJsonArray, isJsonObject, textMember, type JsonObject } from "./json-shape";
import { isJaegerSpan, isJaegerTrace, readJaegerSpan } from "./foreign/jaeger-json";
import { isLangfuseTrace, readLangfuseTrace } from "./foreign/langfuse-json";
import { isResourceLogs, logsListKeys, readResourceLogs } from "./logs/json-logs";
import { readJsonSpan, type JsonScope } from "./json-span";
import { readAttributes, readText, type TextMode } from "./json-value";
import type { LoggedEvents } from "./logs/logged-events";

/** Members whose elements are read one by one: requests, resource spans, or spans. */
export const tracesListKeys: readonly string[] = [
  "resourceSpans",
  "resource_spans",
  ...logsListKeys,
  "batches",
  "data",
];

const otherSignals = ["resourceMetrics", "resource_metrics"];
/** How a document is read. */
export type TracesMode = TextMode & { readonly events: LoggedEvents };

const noScope: JsonScope = { resource: new Map(), name: "" };

/** True for JSON that may be a line of a trace export. */
export function isTracesObject(value: unknown): boolean {
  const inner = unwrapped(value);
  return isJsonObject(inner) && tracesListKeys.some((key) => isJsonArray(inner[key]));
}

/** Members in which the answers of tracing servers have the traces: Tempo's second API has "trace". */
const wrappers = ["trace", "traces", "data", "result", "results"];

/** The request within an answer that has it as a member; else the value itself. */
function unwrapped(value: unknown, levels = 2): unknown {
  if (!isJsonObject(value) || levels === 0) return value;
  for (const name of wrappers) {
    const inner = value[name];
    if (!isJsonObject(inner)) continue;
    const found = unwrapped(inner, levels - 1);
    if (isJsonObject(found) && tracesListKeys.some((key) => isJsonArray(found[key]))) return found;
  }
  return value;
}

/**
 * Reads a request, the spans or log records of one resource, the spans of a scope, or one span.
 * @param place prefix of each span's position, e.g. "line 88"
 * @param mode `events` counts the log records that are not kept
 * @param out receives spans, events and rejects
 */
export function readTraces(
  value: unknown,
  place: string,
  mode: TracesMode,
  out: DecodedItem[],
): void {
  for (const part of tracesInParts(value, place, mode)) for (const item of part) out.push(item);
}

/** The same in parts of moderate size, so that few of the items of a large request are in memory at once. */
export function* tracesInParts(
  value: unknown,
  place: string,
  mode: TracesMode,
): Generator<readonly DecodedItem[]> {
  const out: DecodedItem[] = [];
  for (const _ of readLevel(value, place, mode, out, listLevels)) {
    yield out.slice();
    out.length = 0;
  }
  // Findings of a resource without spans belong to no span.
  mode.findings.take();
  if (out.length > 0) yield out;
}

/** The value's list of requests or of their members; an array is such a list without a name. */
function listOf(
  sent: unknown,
): { readonly name: string; readonly elements: readonly unknown[] } | null {
  const value = unwrapped(sent);
  if (isJsonArray(value)) return { name: "", elements: value };
  if (!isJsonObject(value)) return null;
  for (const name of tracesListKeys) {
    const elements = value[name];
    if (isJsonArray(elements)) return { name, elements };
  }
  return null;
}

/** An array of requests down to spans, plus one spare level. */
const listLevels = 4;

/** Reads into `out`, and pauses wherever that is full. */
function* readLevel(
  value: unknown,
  place: string,
  mode: TracesMode,
  out: DecodedItem[],
  levels: number,
): Generator<undefined> {
  const list = listOf(value);
  if (list !== null && levels > 0) {
    const prefix = `${place}${place === "" ? "" : ", "}${list.name}`;
    for (const [index, element] of list.elements.entries()) {
      yield* readLevel(element, `${prefix}[${index}]`, mode, out, levels - 1);
    }
  } else if (!isJsonObject(value) || levels === 0) {
    refuse(out, place, "This is JSON, but not an object with resourceSpans.");
  } else if (hasAny(value, scopeListKeys)) yield* readResource(value, place, mode, out);
  else if (isResourceLogs(value))
    yield* readResourceLogs(value, place, { mode, events: mode.events, out });
  else if (isLangfuseTrace(value)) out.push(...readLangfuseTrace(value, place, mode));
  else if (isJaegerTrace(value)) yield* readJaegerTrace(value, place, mode, out);
  else if (isJaegerSpan(value)) out.push(readJaegerSpan(value, value, place, mode));
  else if (hasAny(value, ["spans"])) yield* readScope(value, noScope.resource, place, mode, out);
  else if (hasAny(value, ["spanId", "span_id"]))
    out.push(readJsonSpan(value, noScope, place, mode));
  else if (hasAny(value, otherSignals)) {
    refuse(out, place, "Metrics are not read, only traces and GenAI log events.");
  } else if (!isEmptyRequest(value)) {
    refuse(out, place, "This is JSON, but not an object with resourceSpans.");
  }
}

const scopeListKeys = [
  "scopeSpans",
  "scope_spans",
  "instrumentationLibrarySpans",
  "instrumentation_library_spans",
];

function* readResource(
  value: JsonObject,
  place: string,
  mode: TextMode,
  out: DecodedItem[],
): Generator<undefined> {
  const resource = value.resource;
  const attributes = isJsonObject(resource)
    ? readAttributes(resource.attributes, mode)
    : noScope.resource;
  for (const key of scopeListKeys) {
    const scopes = listIn(value, key, place, out);
    for (let index = 0; index < scopes.length; index++) {
      const scope = scopes[index];
      const at = `${place}.${key}[${index}]`;
      if (isJsonObject(scope)) yield* readScope(scope, attributes, at, mode, out);
      else refuse(out, at, "The spans of a scope must be a JSON object.");
    }
  }
}

function* readJaegerTrace(
  value: JsonObject,
  place: string,
  mode: TextMode,
  out: DecodedItem[],
): Generator<undefined> {
  for (const [index, span] of listIn(value, "spans", place, out).entries()) {
    out.push(readJaegerSpan(span, value, `${place}.spans[${index}]`, mode));
    if (out.length >= partLength) yield;
  }
}

function* readScope(
  value: JsonObject,
  resource: JsonScope["resource"],
  place: string,
  mode: TextMode,
  out: DecodedItem[],
): Generator<undefined> {
  const named = value.scope ?? value.instrumentationLibrary;
  const name = isJsonObject(named) ? readText(textMember(named, "name", "name"), mode) : "";
  const scope: JsonScope = { resource, name };
  const spans = listIn(value, "spans", place, out);
  const prefix = `${place}.spans[`;
  for (let index = 0; index < spans.length; index++) {
    out.push(readJsonSpan(spans[index], scope, `${prefix}${index}]`, mode));
    if (out.length >= partLength) yield;
  }
}

/** A list member; anything else in its place is reported. */
function listIn(
  value: JsonObject,
  key: string,
  place: string,
  out: DecodedItem[],
): readonly unknown[] {
  const list = value[key];
  if (isJsonArray(list)) return list;
  if (list !== undefined && list !== null) refuse(out, `${place}.${key}`, "This must be a list.");
  return [];
}

function hasAny(value: JsonObject, keys: readonly string[]): boolean {
  return keys.some((key) => value[key] !== undefined);
}

/** `{}` and a null list are a request without spans. */
function isEmptyRequest(value: JsonObject): boolean {
  const keys = Object.keys(value);
  return keys.every((key) => tracesListKeys.includes(key) && value[key] === null);
}

function refuse(out: DecodedItem[], at: string, reason: string): void {
  const place = at === "" ? "the request" : at;
  out.push({ type: "reject", reject: { place, reason, spans: 0 } });
}
