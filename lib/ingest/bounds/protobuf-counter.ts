import type { PartCounter } from "./part-counter";

/** A message's fields that are messages, by number; what is in no table is skipped by its length. */
type Schema = { readonly [field: number]: () => Schema };

const any: Schema = { 5: () => list, 6: () => keyValues };
const list: Schema = { 1: () => any };
const keyValue: Schema = { 2: () => any };
const keyValues: Schema = { 1: () => keyValue };
const resource: Schema = { 1: () => keyValue };
const scope: Schema = { 3: () => keyValue };
const event: Schema = { 3: () => keyValue };
const link: Schema = { 4: () => keyValue };
/** A Span or a LogRecord: where both have a field, its number says of which it is, or both are read as lists of pairs. */
const record: Schema = {
  5: () => any,
  6: () => keyValue,
  9: () => keyValue,
  11: () => event,
  13: () => link,
};
const records: Schema = { 1: () => scope, 2: () => record };
const ofResource: Schema = { 1: () => resource, 2: () => records };
/** TracesData, LogsData, and the export requests of both (opentelemetry-proto 1). */
const root: Schema = { 1: () => ofResource };

/** @property end the position in the body behind it */
type Level = { readonly schema: Schema; readonly end: number };

const wires = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;
const varintMost = 10;

/**
 * Counts messages as deep as OTLP's schema has them. What is none where one may be, such as a span's name where a record
 * has its body, is left at the first byte that no message can have.
 */
export function createProtobufCounter(): PartCounter {
  let [parts, ofSpan, inSpan, spans, deepest] = [0, 0, 0, 0, 0];
  let level: Level = { schema: root, end: Infinity };
  const outer: Level[] = [];
  let position = 0;
  /** Where reading goes on. */
  let next = 0;
  /** A number that may go on in the next chunk, and what it is. */
  let [value, factor, length] = [0, 1, 0];
  let expects: "tag" | "number" | "length" = "tag";
  let field = 0;

  function skip(bytes: number): void {
    next = Math.min(position + bytes, level.end);
  }

  function readTag(tag: number): void {
    field = Math.floor(tag / 8);
    const wire = tag & 7;
    if (wire === wires.varint) expects = "number";
    else if (wire === wires.bytes) expects = "length";
    else if (wire === wires.fixed64) skip(8);
    else if (wire === wires.fixed32) skip(4);
    else skip(level.end - position);
  }

  function readLength(bytes: number): void {
    const inner = level.schema[field]?.();
    if (inner === undefined || position + bytes > level.end) {
      skip(bytes);
      return;
    }
    parts += 1;
    inSpan += 1;
    if (inner === record) [inSpan, spans] = [1, spans + 1];
    if (spans > 0 && inSpan > ofSpan) ofSpan = inSpan;
    outer.push(level);
    level = { schema: inner, end: position + bytes };
    if (outer.length > deepest) deepest = outer.length;
  }

  function readByte(byte: number): void {
    value += (byte & 0x7f) * factor;
    factor *= 128;
    length += 1;
    if (byte >= 0x80 && length < varintMost) return;
    const read = value;
    const expected = expects;
    [value, factor, length, expects] = [0, 1, 0, "tag"];
    if (expected === "tag") readTag(read);
    else if (expected === "length") readLength(read);
  }

  function leave(): void {
    while (position >= level.end) level = outer.pop() ?? { schema: root, end: Infinity };
  }

  return {
    counts: () => ({ parts, ofSpan, spans, depth: deepest }),
    push(bytes) {
      const start = position;
      const end = start + bytes.length;
      while (position < end) {
        if (next > position) position = Math.min(next, end);
        else {
          position += 1;
          readByte(bytes[position - 1 - start] ?? 0);
          if (next < position) next = position;
        }
        if (next <= position && length === 0 && expects === "tag") leave();
      }
    },
  };
}
