import type { AttributeValue, Attributes } from "@/lib/domain/trace/span";
import { partLength, type DecodedItem } from "./format";
import type { LoggedEvents } from "./logs/logged-events";
import { isWireLog, readWireLog } from "./logs/protobuf-logs";
import { readWireSpan, type WireScope } from "./protobuf-span";
import { readKeyValue, readWireText } from "./protobuf-value";
import type { SpanFindings } from "./span-findings";
import { WireError, WireReader } from "./wire-reader";

/** Where and why the bytes became invalid. */
export type WireBreak = { readonly place: string; readonly reason: string };

/** State shared by decoders; `out` receives spans, events of log records, and rejects. */
export type WireContext = {
  readonly findings: SpanFindings;
  readonly events: LoggedEvents;
  readonly out: DecodedItem[];
};

const cut = "The protobuf ends in the middle of this; send it again whole.";
const noResource: Attributes = new Map();

/**
 * Reads the spans or log records of one resource (message ResourceSpans or ResourceLogs, which have the same form),
 * also if its bytes end early: what comes before the break is kept. Pauses wherever `out` is full.
 * @param reader over the available bytes
 * @param isCut true if they are fewer than announced
 * @returns null if all was read, else the first break; a span that is broken in itself is only a reject
 */
export function* readWireResource(
  reader: WireReader,
  isCut: boolean,
  place: string,
  context: WireContext,
): Generator<undefined, WireBreak | null> {
  const fields = splitFields(reader, isCut, place);
  const resource = new Map<string, AttributeValue>();
  let first: WireBreak | null = null;
  for (const field of fields.parts) {
    if (field.number === 1) first ??= readResource(field, resource, place, context.findings);
  }
  const shared = resource.size === 0 ? noResource : resource;
  let index = 0;
  for (const field of fields.parts) {
    if (field.number !== 2) continue;
    const at = `${place}.scopeSpans[${index++}]`;
    first ??= yield* readScopeSpans(field, shared, at, context);
  }
  context.findings.take();
  return first ?? fields.broken;
}

type LengthField = {
  readonly number: number;
  readonly reader: WireReader;
  readonly isCut: boolean;
};

/** Finds a message's length-delimited fields, the last one possibly truncated. */
function splitFields(
  reader: WireReader,
  isCut: boolean,
  place: string,
): { readonly parts: readonly LengthField[]; readonly broken: WireBreak | null } {
  const parts: LengthField[] = [];
  try {
    while (reader.next()) {
      if (reader.wireType !== 2) {
        reader.skip();
        continue;
      }
      const end = reader.length();
      const isPartCut = end > reader.end;
      const stop = Math.min(end, reader.end);
      const part = new WireReader(reader.bytes, reader.position, stop);
      parts.push({ number: reader.field, reader: part, isCut: isPartCut });
      reader.position = stop;
    }
  } catch (error) {
    return { parts, broken: { place, reason: wireReason(error) } };
  }
  const isBroken = isCut || parts.at(-1)?.isCut === true;
  return { parts, broken: isBroken ? { place, reason: cut } : null };
}

function readResource(
  part: LengthField,
  into: Map<string, AttributeValue>,
  place: string,
  findings: SpanFindings,
): WireBreak | null {
  const { reader } = part;
  try {
    while (reader.next()) {
      if (reader.field === 1) readKeyValue(reader.message(), into, findings);
      else reader.skip();
    }
  } catch (error) {
    return { place: `${place}.resource`, reason: wireReason(error) };
  }
  return null;
}

function* readScopeSpans(
  part: LengthField,
  resource: Attributes,
  place: string,
  context: WireContext,
): Generator<undefined, WireBreak | null> {
  const fields = splitFields(part.reader, part.isCut, place);
  const named = fields.parts.find((field) => field.number === 1);
  const name = named === undefined ? "" : readScopeName(named.reader, context.findings);
  let index = 0;
  for (const field of fields.parts) {
    if (field.number !== 2) continue;
    const at = `${place}.spans[${index++}]`;
    if (field.isCut) return { place: at, reason: cut };
    const item = readWhole(field.reader, { resource, name, isFirst: index === 1 }, at, context);
    if (item !== null) context.out.push(item);
    if (context.out.length >= partLength) yield;
  }
  return fields.broken;
}

function readWhole(
  reader: WireReader,
  scope: WireScope & { readonly isFirst: boolean },
  place: string,
  { findings, events }: WireContext,
): DecodedItem | null {
  try {
    if (!isWireLog(reader)) return readWireSpan(reader, scope, place, findings);
    const event = events.read(readWireLog(reader, scope, findings), scope.isFirst);
    const found = findings.take();
    return event === null ? null : { type: "event", event, place, findings: found };
  } catch (error) {
    findings.take();
    return { type: "reject", reject: { place, reason: wireReason(error), spans: 1 } };
  }
}

/** The scope's name is optional: "" if unreadable. */
function readScopeName(reader: WireReader, findings: SpanFindings): string {
  let name = "";
  try {
    while (reader.next()) {
      if (reader.field === 1) name = readWireText(reader, findings);
      else reader.skip();
    }
  } catch (error) {
    wireReason(error);
  }
  return name;
}

/** The message of a WireError; rethrows anything else. */
function wireReason(error: unknown): string {
  if (error instanceof WireError) return `This is not readable as protobuf: ${error.message}`;
  throw error;
}
