import { DomainError } from "@/lib/domain/domain-error";
import type { DecodedItem } from "./format";
import { isJsonArray, isJsonObject, member } from "./json-shape";
import { tracesInParts } from "./json-traces";
import { LoggedEvents } from "./logs/logged-events";
import { SpanFindings } from "./span-findings";
import { TracesDecoder } from "./traces-decoder";
import { textLengthMax } from "./clean-text";

/** The body of one OTLP/HTTP request. */
export type TracesRequest = {
  readonly bytes: Uint8Array;
  readonly encoding: "json" | "protobuf";
  /** Absent: traces. */
  readonly signal?: "traces" | "logs";
};

/**
 * Decodes one ExportTraceServiceRequest or ExportLogsServiceRequest. Unlike a file it must be complete: the exporter
 * then knows that nothing was stored.
 * @param events counts the log records that are not kept
 * @throws DomainError "invalid-input" if the bytes are not such a request
 */
export function decodeRequest(
  request: TracesRequest,
  events = new LoggedEvents(),
): readonly DecodedItem[] {
  return [...decodeInParts(request, events)].flat();
}

/**
 * The same in parts, so that few of a large request's items are in memory at once: of JSON without the bytes, which are
 * parsed here.
 * @throws DomainError "invalid-input" if the bytes are not such a request: of JSON here, of protobuf after the last part
 */
export function decodeInParts(
  { bytes, encoding, signal = "traces" }: TracesRequest,
  events = new LoggedEvents(),
): Generator<readonly DecodedItem[]> {
  return encoding === "json" ? decodeJson(bytes, signal, events) : decodeProtobuf(bytes, events);
}

const listNames = {
  traces: ["resourceSpans", "resource_spans"],
  logs: ["resourceLogs", "resource_logs"],
} as const;

function decodeJson(
  bytes: Uint8Array,
  signal: "traces" | "logs",
  events: LoggedEvents,
): Generator<readonly DecodedItem[]> {
  const text = new TextDecoder().decode(bytes);
  const value = parse(text);
  const [camel, snake] = listNames[signal];
  const list = isJsonObject(value) ? (member(value, camel, snake) ?? []) : null;
  if (!isJsonArray(list)) {
    throw new DomainError("invalid-input", `The body is not an OTLP/JSON request for ${signal}.`);
  }
  const isClean = text.length <= textLengthMax && !text.includes("\\u");
  return tracesInParts(value, "", { isClean, findings: new SpanFindings(), events });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError("invalid-input", "The body is not JSON.");
  }
}

function* decodeProtobuf(
  bytes: Uint8Array,
  events: LoggedEvents,
): Generator<readonly DecodedItem[]> {
  const decoder = new TracesDecoder(events);
  yield* decoder.push(bytes);
  yield* decoder.end();
  if (decoder.broken !== null) {
    const { place, reason } = decoder.broken;
    throw new DomainError("invalid-input", `The body is not an OTLP request: ${place}: ${reason}`);
  }
}
