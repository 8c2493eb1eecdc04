import type { AttributeValue, Attributes, SpanEvent, SpanLink } from "@/lib/domain/trace/span";
import { finishItem, finishLink } from "./finish-span";
import type { DecodedItem } from "./format";
import { microsFromHalves } from "./nanos";
import { readKeyValue, readWireText } from "./protobuf-value";
import type { SpanFindings } from "./span-findings";
import type { WireReader } from "./wire-reader";

/** What the spans of one scope share. */
export type WireScope = { readonly resource: Attributes; readonly name: string };

/**
 * Reads one span of OTLP protobuf (opentelemetry/proto/trace/v1/trace.proto, message Span).
 * @param reader over the span's bytes
 * @returns the span or a reject
 * @throws WireError if the bytes are not a span
 */
export function readWireSpan(
  reader: WireReader,
  scope: WireScope,
  place: string,
  findings: SpanFindings,
): DecodedItem {
  const draft = emptyDraft();
  while (reader.next()) {
    const read = spanFields[reader.field];
    if (read === undefined) reader.skip();
    else read(draft, reader, findings);
  }
  return finishItem({ ...draft, resource: scope.resource, scope: scope.name }, place, findings);
}

function emptyDraft() {
  return {
    traceId: "",
    spanId: "",
    parentSpanId: "",
    name: "",
    otlpKind: 0,
    startUs: 0,
    endUs: 0,
    statusCode: 0,
    statusMessage: "",
    attributes: new Map<string, AttributeValue>(),
    events: [] as SpanEvent[],
    links: [] as SpanLink[],
  };
}

type SpanDraft = ReturnType<typeof emptyDraft>;
type FieldReader = (draft: SpanDraft, reader: WireReader, findings: SpanFindings) => void;

const spanFields: Readonly<Record<number, FieldReader>> = {
  1: (draft, reader) => (draft.traceId = hex(reader.slice())),
  2: (draft, reader) => (draft.spanId = hex(reader.slice())),
  4: (draft, reader) => (draft.parentSpanId = hex(reader.slice())),
  5: (draft, reader, findings) => (draft.name = readWireText(reader, findings)),
  6: (draft, reader) => (draft.otlpKind = readEnum(reader, 5)),
  7: (draft, reader, findings) => (draft.startUs = microsFromHalves(reader.fixed64(), findings)),
  8: (draft, reader, findings) => (draft.endUs = microsFromHalves(reader.fixed64(), findings)),
  9: (draft, reader, findings) => {
    readKeyValue(reader.message(), draft.attributes, findings);
  },
  11: (draft, reader, findings) => {
    draft.events.push(readEvent(reader.message(), findings));
  },
  13: (draft, reader) => {
    const link = readLink(reader.message());
    if (link !== null) draft.links.push(link);
  },
  15: (draft, reader, findings) => Object.assign(draft, readStatus(reader.message(), findings)),
};

function readEvent(reader: WireReader, findings: SpanFindings): SpanEvent {
  const attributes = new Map<string, AttributeValue>();
  let atUs = 0;
  let name = "";
  while (reader.next()) {
    if (reader.field === 1) atUs = microsFromHalves(reader.fixed64(), findings);
    else if (reader.field === 2) name = readWireText(reader, findings);
    else if (reader.field === 3) readKeyValue(reader.message(), attributes, findings);
    else reader.skip();
  }
  return { name, atUs, attributes };
}

function readLink(reader: WireReader): SpanLink | null {
  let traceId = "";
  let spanId = "";
  while (reader.next()) {
    if (reader.field === 1) traceId = hex(reader.slice());
    else if (reader.field === 2) spanId = hex(reader.slice());
    else reader.skip();
  }
  return finishLink(traceId, spanId);
}

function readStatus(reader: WireReader, findings: SpanFindings) {
  const status = { statusCode: 0, statusMessage: "" };
  while (reader.next()) {
    if (reader.field === 2) status.statusMessage = readWireText(reader, findings);
    else if (reader.field === 3) status.statusCode = readEnum(reader, 2);
    else reader.skip();
  }
  return status;
}

function readEnum(reader: WireReader, greatest: number): number {
  const value = reader.uint();
  return value <= greatest ? value : 0;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Bytes as lower-case hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += hexOfByte[byte] ?? "";
  return text;
}
