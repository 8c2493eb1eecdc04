import type { Attributes } from "@/lib/domain/trace/span";
import { partLength, type DecodedItem } from "../format";
import { isJsonObject, listMember, member, textMember, type JsonObject } from "../json-shape";
import { readAttributes, readText, readValue, type TextMode } from "../json-value";
import type { LoggedEvents } from "./logged-events";
import { microsFromNanos } from "../nanos";

/** Members of a request whose elements hold the logs of one resource. */
export const logsListKeys: readonly string[] = ["resourceLogs", "resource_logs"];

/** What receives the events of one request. */
export type LogsTarget = {
  readonly mode: TextMode;
  readonly events: LoggedEvents;
  readonly out: DecodedItem[];
};

/** True for one resource's logs in OTLP/JSON. */
export function isResourceLogs(value: JsonObject): boolean {
  return member(value, "scopeLogs", "scope_logs") !== undefined;
}

/**
 * Reads one resource's logs of OTLP/JSON, and pauses wherever the target is full.
 * @param place prefix of each record's position
 */
export function* readResourceLogs(
  value: JsonObject,
  place: string,
  target: LogsTarget,
): Generator<undefined> {
  const { resource } = value;
  const attributes = readAttributes(isJsonObject(resource) ? resource.attributes : [], target.mode);
  for (const [index, scope] of listMember(value, "scopeLogs", "scope_logs").entries()) {
    if (!isJsonObject(scope)) continue;
    const named = scope.scope;
    const name = isJsonObject(named)
      ? readText(textMember(named, "name", "name"), target.mode)
      : "";
    for (const [position, record] of listMember(scope, "logRecords", "log_records").entries()) {
      const at = `${place}.scopeLogs[${index}].logRecords[${position}]`;
      const shared = { attributes, name, isFirst: position === 0 };
      if (isJsonObject(record)) readRecord(record, shared, at, target);
      if (target.out.length >= partLength) yield;
    }
  }
  target.events.endResource();
}

function readRecord(
  record: JsonObject,
  scope: { readonly attributes: Attributes; readonly name: string; readonly isFirst: boolean },
  place: string,
  { mode, events, out }: LogsTarget,
): void {
  const log = {
    traceId: textMember(record, "traceId", "trace_id"),
    spanId: textMember(record, "spanId", "span_id"),
    eventName: readText(textMember(record, "eventName", "event_name"), mode),
    atUs: microsFromNanos(member(record, "timeUnixNano", "time_unix_nano"), mode.findings),
    observedUs: microsFromNanos(
      member(record, "observedTimeUnixNano", "observed_time_unix_nano"),
      mode.findings,
    ),
    attributes: readAttributes(record.attributes, mode),
    body: readValue(record.body ?? null, mode),
    resource: scope.attributes,
    scope: scope.name,
  };
  const event = events.read(log, scope.isFirst);
  const findings = mode.findings.take();
  if (event !== null) out.push({ type: "event", event, place, findings });
}
