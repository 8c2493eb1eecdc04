/** Pieces of OTLP/protobuf bodies (opentelemetry/proto/trace/v1/trace.proto), as bytes. */

const lengthDelimited = 2;

export function varint(value) {
  const bytes = [];
  let left = BigInt(value);
  for (; left > 127n; left >>= 7n) bytes.push(Number(left & 127n) | 128);
  bytes.push(Number(left));
  return Buffer.from(bytes);
}

/** Tag and length of a field whose content follows. */
export const fieldHead = (number, length) =>
  Buffer.concat([varint((number << 3) | lengthDelimited), varint(length)]);

export const field = (number, content) => {
  const bytes = Buffer.from(content);
  return Buffer.concat([fieldHead(number, bytes.length), bytes]);
};

export function fixed64(number, value) {
  const bytes = Buffer.alloc(9);
  bytes[0] = (number << 3) | 1;
  bytes.writeBigUInt64LE(BigInt(value), 1);
  return bytes;
}

/** A KeyValue with a text. */
export const textAttribute = (key, text) =>
  Buffer.concat([field(1, key), field(2, field(1, text))]);

/** A Span with what every one has. @param rest further fields, bytes */
export const spanBytes = (trace, span, atMs, rest = Buffer.alloc(0)) =>
  Buffer.concat([
    field(1, Buffer.from(trace, "hex")),
    field(2, Buffer.from(span, "hex")),
    field(5, "message"),
    fixed64(7, BigInt(atMs) * 1_000_000n),
    fixed64(8, BigInt(atMs + 1000) * 1_000_000n),
    rest,
  ]);

/**
 * Heads of a request with one ResourceSpans and one ScopeSpans.
 * @param length of all Span fields together, bytes
 */
export function requestHead(length) {
  const scopeSpans = fieldHead(2, length);
  return Buffer.concat([fieldHead(1, scopeSpans.length + length), scopeSpans]);
}

/**
 * A message within a message within a message.
 * @param numbers of the fields of one level, from the outside
 * @param levels how often they are nested
 */
export function nested(numbers, levels, innermost) {
  const heads = [];
  let length = innermost.length;
  for (let level = 0; level < levels; level += 1) {
    for (const number of numbers.toReversed()) {
      const head = fieldHead(number, length);
      heads.push(head);
      length += head.length;
    }
  }
  return Buffer.concat([...heads.reverse(), innermost]);
}
