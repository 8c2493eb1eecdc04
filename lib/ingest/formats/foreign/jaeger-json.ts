import type { AttributeValue, Attributes, SpanEvent, SpanLink } from "@/lib/domain/trace/span";
import { scalarText } from "../../conventions/json";
import { setAttribute } from "../../set-attribute";
import { finishItem, finishLink, refuseSpan } from "../finish-span";
import type { DecodedItem } from "../format";
import { isJsonObject, listMember, textMember, type JsonObject } from "../json-shape";
import { readText, readValue, type TextMode } from "../json-value";

/** True for a trace as Jaeger's API, page and storage have it: spans with `spanID`, and processes beside them. */
export function isJaegerTrace(value: JsonObject): boolean {
  return listMember(value, "spans", "spans").some(
    (span) => isJsonObject(span) && isJaegerSpan(span),
  );
}

/** True for one span of Jaeger's, as its storage has it with its process. */
export function isJaegerSpan(value: JsonObject): boolean {
  return typeof value.spanID === "string" && typeof value.operationName === "string";
}

/** Reads a span of Jaeger's JSON. @param trace what its processes stand in */
export function readJaegerSpan(
  span: unknown,
  trace: JsonObject,
  place: string,
  mode: TextMode,
): DecodedItem {
  if (!isJsonObject(span)) return refuseSpan(place, "A span must be a JSON object.");
  const tags = readTags(span.tags, mode);
  const startUs = microsOf(span.startTime);
  const links = listMember(span, "references", "references").filter(isJsonObject);
  const parent = links.find(({ refType }) => refType !== "FOLLOWS_FROM");
  return finishItem(
    {
      traceId: padded(textMember(span, "traceID", "trace_id"), 32),
      spanId: padded(textMember(span, "spanID", "span_id"), 16),
      parentSpanId: padded(parentOf(span, parent), 16),
      name: readText(textMember(span, "operationName", "name"), mode),
      otlpKind: Math.max(0, kinds.indexOf(scalarText(tags.get("span.kind")) ?? "")),
      startUs,
      endUs: startUs + microsOf(span.duration),
      statusCode: statusOf(tags),
      statusMessage: scalarText(tags.get("otel.status_description")) ?? "",
      attributes: tags,
      events: listMember(span, "logs", "logs")
        .filter(isJsonObject)
        .map((log) => eventOf(log, mode)),
      links: links.filter((each) => each !== parent).flatMap(linkOf),
      resource: resourceOf(span, trace, mode),
      scope: scalarText(tags.get("otel.scope.name") ?? tags.get("otel.library.name")) ?? "",
    },
    place,
    mode.findings,
  );
}

/** At the numbers that OTLP has for them. */
const kinds = ["unspecified", "internal", "server", "client", "producer", "consumer"];

/** Ids lose their leading zeros in Jaeger. */
function padded(id: string, digits: number): string {
  return id === "" ? "" : id.padStart(digits, "0");
}

function parentOf(span: JsonObject, parent: JsonObject | undefined): string {
  return parent === undefined
    ? textMember(span, "parentSpanID", "parent_span_id")
    : textMember(parent, "spanID", "span_id");
}

function linkOf(reference: JsonObject): readonly SpanLink[] {
  const traceId = padded(textMember(reference, "traceID", "trace_id"), 32);
  const link = finishLink(traceId, padded(textMember(reference, "spanID", "span_id"), 16));
  return link === null ? [] : [link];
}

function microsOf(value: unknown): number {
  const number = typeof value === "string" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? Math.trunc(number) : 0;
}

function statusOf(tags: Attributes): number {
  const word = tags.get("otel.status_code");
  const isError = tags.get("error");
  if (word === "ERROR" || isError === true || isError === "true") return 2;
  return word === "OK" ? 1 : 0;
}

function readTags(list: unknown, mode: TextMode): Map<string, AttributeValue> {
  const tags = new Map<string, AttributeValue>();
  for (const tag of Array.isArray(list) ? list : []) {
    if (!isJsonObject(tag) || typeof tag.key !== "string") continue;
    setAttribute(tags, readText(tag.key, mode), valueOf(tag, mode));
  }
  return tags;
}

/** Storage has every value as text, with its type beside it. */
function valueOf({ type, value }: JsonObject, mode: TextMode): AttributeValue {
  if (typeof value === "string" && (type === "bool" || type === "boolean")) return value === "true";
  if (typeof value === "string" && type === "int64") return readValue({ intValue: value }, mode);
  return readValue(value, mode);
}

function eventOf(log: JsonObject, mode: TextMode): SpanEvent {
  const attributes = readTags(log.fields, mode);
  const name = scalarText(attributes.get("event") ?? attributes.get("message")) ?? "log";
  return { name, atUs: microsOf(log.timestamp), attributes };
}

function resourceOf(span: JsonObject, trace: JsonObject, mode: TextMode): Attributes {
  const { processes } = trace;
  const key = span.processID;
  const shared =
    isJsonObject(processes) && typeof key === "string" && Object.hasOwn(processes, key)
      ? processes[key]
      : undefined;
  const own = isJsonObject(span.process) ? span.process : shared;
  if (!isJsonObject(own)) return new Map();
  const resource = readTags(own.tags, mode);
  const service = textMember(own, "serviceName", "service_name");
  if (service !== "") resource.set("service.name", readText(service, mode));
  return resource;
}
