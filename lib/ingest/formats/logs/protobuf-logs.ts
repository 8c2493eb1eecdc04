import type { AttributeValue, Attributes } from "@/lib/domain/trace/span";
import type { RawLog } from "./logged-events";
import { microsFromHalves } from "../nanos";
import { readKeyValue, readWireText, readWireValue } from "../protobuf-value";
import { hex } from "../protobuf-span";
import type { SpanFindings } from "../span-findings";
import { wireTypes, WireReader } from "../wire-reader";

/** What the records of one scope share. */
type Scope = { readonly resource: Attributes; readonly name: string };

/**
 * Whether bytes where a span is expected are a log record. Both stand at the same place of a request; the first field
 * whose type differs between them decides, mostly the first of all: a span's trace id, a record's time.
 * @throws WireError if the bytes are neither
 */
export function isWireLog({ bytes, position, end }: WireReader): boolean {
  const reader = new WireReader(bytes, position, end);
  while (reader.next()) {
    const { field, wireType } = reader;
    if (logTypes[field] === wireType) return true;
    if (spanTypes[field] === wireType) return false;
    reader.skip();
  }
  return false;
}

const { varint, fixed64, bytes, fixed32 } = wireTypes;
/** By field's number, the types that only a record has, or only a span. */
const logTypes: FieldTypes = {
  1: fixed64,
  2: varint,
  6: bytes,
  8: fixed32,
  10: bytes,
  11: fixed64,
};
const spanTypes: FieldTypes = { 1: bytes, 2: bytes, 4: bytes, 6: varint, 7: fixed64, 11: bytes };
type FieldTypes = Readonly<Record<number, number>>;

/**
 * Reads one log record of OTLP protobuf (opentelemetry/proto/logs/v1/logs.proto, message LogRecord).
 * @throws WireError if the bytes are not a record
 */
export function readWireLog(reader: WireReader, scope: Scope, findings: SpanFindings): RawLog {
  const draft = {
    ...{ traceId: "", spanId: "", eventName: "", atUs: 0, observedUs: 0 },
    attributes: new Map<string, AttributeValue>(),
    body: null,
  };
  while (reader.next()) {
    const read = fields[reader.field];
    if (read === undefined) reader.skip();
    else read(draft, reader, findings);
  }
  return { ...draft, resource: scope.resource, scope: scope.name };
}

type Draft = {
  -readonly [Key in keyof Omit<RawLog, "resource" | "scope" | "attributes">]: RawLog[Key];
} & { readonly attributes: Map<string, AttributeValue> };
type FieldReader = (draft: Draft, reader: WireReader, findings: SpanFindings) => void;

const fields: Readonly<Record<number, FieldReader>> = {
  1: (draft, reader, findings) => (draft.atUs = microsFromHalves(reader.fixed64(), findings)),
  5: (draft, reader, findings) => (draft.body = readWireValue(reader.message(), findings)),
  6: (draft, reader, findings) => {
    readKeyValue(reader.message(), draft.attributes, findings);
  },
  9: (draft, reader) => (draft.traceId = hex(reader.slice())),
  10: (draft, reader) => (draft.spanId = hex(reader.slice())),
  11: (draft, reader, findings) =>
    (draft.observedUs = microsFromHalves(reader.fixed64(), findings)),
  12: (draft, reader, findings) => (draft.eventName = readWireText(reader, findings)),
};
