import type { Attributes, SpanEvent, SpanLink } from "@/lib/domain/trace/span";
import { finishItem, finishLink, refuseSpan } from "./finish-span";
import type { DecodedItem } from "./format";
import { isJsonObject, listMember, member, textMember, type JsonObject } from "./json-shape";
import { readAttributes, readText, type TextMode } from "./json-value";
import { microsFromNanos } from "./nanos";

/** What the spans of one scope share. */
export type JsonScope = { readonly resource: Attributes; readonly name: string };

const noEvents: readonly SpanEvent[] = [];
const noLinks: readonly SpanLink[] = [];

/**
 * Reads one span of OTLP/JSON.
 * @param place its position, for people
 * @returns the span or a reject
 */
export function readJsonSpan(
  span: unknown,
  scope: JsonScope,
  place: string,
  mode: TextMode,
): DecodedItem {
  if (!isJsonObject(span)) return refuseSpan(place, "A span must be a JSON object.");
  const status = span.status;
  const code = isJsonObject(status) ? status.code : status;
  const events = listMember(span, "events", "events");
  const links = listMember(span, "links", "links");
  return finishItem(
    {
      traceId: textMember(span, "traceId", "trace_id"),
      spanId: textMember(span, "spanId", "span_id"),
      parentSpanId: textMember(span, "parentSpanId", "parent_span_id"),
      name: readText(textMember(span, "name", "name"), mode),
      otlpKind: readEnum(span.kind, spanKindNames),
      startUs: microsFromNanos(
        member(span, "startTimeUnixNano", "start_time_unix_nano"),
        mode.findings,
      ),
      endUs: microsFromNanos(member(span, "endTimeUnixNano", "end_time_unix_nano"), mode.findings),
      statusCode: code === undefined ? 0 : readEnum(code, statusNames),
      statusMessage: isJsonObject(status)
        ? readText(textMember(status, "message", "message"), mode)
        : "",
      attributes: readAttributes(span.attributes, mode),
      events: events.length === 0 ? noEvents : readEvents(events, mode),
      links: links.length === 0 ? noLinks : readLinks(links),
      resource: scope.resource,
      scope: scope.name,
    },
    place,
    mode.findings,
  );
}

function readEvents(list: readonly unknown[], mode: TextMode): readonly SpanEvent[] {
  return list.filter(isJsonObject).map((event: JsonObject) => ({
    name: readText(textMember(event, "name", "name"), mode),
    atUs: microsFromNanos(member(event, "timeUnixNano", "time_unix_nano"), mode.findings),
    attributes: readAttributes(event.attributes, mode),
  }));
}

function readLinks(list: readonly unknown[]): readonly SpanLink[] {
  return list
    .filter(isJsonObject)
    .map((link) =>
      finishLink(textMember(link, "traceId", "trace_id"), textMember(link, "spanId", "span_id")),
    )
    .filter((link) => link !== null);
}

const spanKindNames = ["UNSPECIFIED", "INTERNAL", "SERVER", "CLIENT", "PRODUCER", "CONSUMER"];
const statusNames = ["UNSET", "OK", "ERROR"];
const enumPrefix = /^(?:SPAN_KIND|STATUS_CODE)_/;

/** An enum by number, or by the name that some writers send; anything else is 0. */
function readEnum(value: unknown, names: readonly string[]): number {
  if (typeof value === "number") return names[value] === undefined ? 0 : value;
  if (typeof value !== "string") return 0;
  return Math.max(0, names.indexOf(value.toUpperCase().replace(enumPrefix, "")));
}
