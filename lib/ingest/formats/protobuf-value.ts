import type { AttributeValue } from "@/lib/domain/trace/span";
import { cleanText } from "./clean-text";
import { emptyObject, isTooDeep } from "./nesting";
import { setAttribute } from "../set-attribute";
import { readBytes } from "./read-bytes";
import type { SpanFindings } from "./span-findings";
import type { WireReader } from "./wire-reader";

/**
 * Reads a KeyValue into a map; of equal keys, the last that is not null.
 * @param reader over the KeyValue's bytes
 */
export function readKeyValue(
  reader: WireReader,
  into: Map<string, AttributeValue>,
  findings: SpanFindings,
): void {
  const [key, value] = readPair(reader, findings, 1);
  setAttribute(into, key, value);
}

/** Reads, cleans and truncates a text field. */
export function readWireText(reader: WireReader, findings: SpanFindings): string {
  return cleanText(reader.text(), findings);
}

/** Reads an AnyValue over its bytes. */
export function readWireValue(reader: WireReader, findings: SpanFindings): AttributeValue {
  return readAnyValue(reader, findings, 1);
}

function readPair(
  reader: WireReader,
  findings: SpanFindings,
  depth: number,
): [string, AttributeValue] {
  let key = "";
  let value: AttributeValue = null;
  while (reader.next()) {
    if (reader.field === 1) key = readWireText(reader, findings);
    else if (reader.field === 2) value = readAnyValue(reader.message(), findings, depth);
    else reader.skip();
  }
  return [key, value];
}

function readAnyValue(reader: WireReader, findings: SpanFindings, depth: number): AttributeValue {
  let value: AttributeValue = null;
  while (reader.next()) {
    switch (reader.field) {
      case 1:
        value = readWireText(reader, findings);
        break;
      case 2:
        value = reader.uint() !== 0;
        break;
      case 3:
        value = reader.int64();
        break;
      case 4:
        value = storableDouble(reader.double());
        break;
      case 5:
        value = readArray(reader.message(), findings, depth);
        break;
      case 6:
        value = readPairs(reader.message(), findings, depth);
        break;
      case 7:
        value = cleanText(readBytes(reader.slice()), findings);
        break;
      default:
        reader.skip();
    }
  }
  return value;
}

function readArray(reader: WireReader, findings: SpanFindings, depth: number): AttributeValue {
  if (isTooDeep(depth, findings)) return null;
  const values: AttributeValue[] = [];
  while (reader.next()) {
    if (reader.field === 1) values.push(readAnyValue(reader.message(), findings, depth + 1));
    else reader.skip();
  }
  return values;
}

function readPairs(reader: WireReader, findings: SpanFindings, depth: number): AttributeValue {
  if (isTooDeep(depth, findings)) return null;
  const object = emptyObject();
  while (reader.next()) {
    if (reader.field !== 1) {
      reader.skip();
      continue;
    }
    const [key, value] = readPair(reader.message(), findings, depth + 1);
    object[key] = value;
  }
  return object;
}

/** NaN and infinities as OTLP/JSON spells them. */
function storableDouble(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}
