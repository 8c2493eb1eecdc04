/** Pieces of OTLP/JSON bodies. Everything is a pure function of its arguments; instants are milliseconds since 1970. */

/** A number as hexadecimal digits, in front of it a letter per kind of input, so that ids of two kinds differ. */
export const hexId = (number, length, kind = "b") =>
  `${kind}${number.toString(16).padStart(length - 1, "0")}`;

export const traceId = (number, kind) => hexId(number, 32, kind);
export const spanId = (number, kind) => hexId(number, 16, kind);

/** Attributes with text values. */
export const textAttributes = (values) =>
  Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));

/**
 * A span that lasts a second.
 * @param trace number of its trace
 * @param span number of the span
 * @param attributes text by key
 * @param more fields that replace or follow the others
 */
export function makeSpan({ trace, span, parent, name = "message", atMs, attributes, kind, more }) {
  return {
    traceId: traceId(trace, kind),
    spanId: spanId(span, kind),
    ...(parent !== undefined && { parentSpanId: spanId(parent, kind) }),
    name,
    startTimeUnixNano: `${atMs}000000`,
    endTimeUnixNano: `${atMs + 1000}000000`,
    attributes: textAttributes(attributes ?? {}),
    ...more,
  };
}

/** A customer's message in a chat: a span of its own trace, `at` seconds after an instant two days ago. */
export function makeMessage(at, nowMs, text, attributes = {}, more = {}) {
  return makeSpan({
    trace: at,
    span: at,
    atMs: nowMs - 2 * dayMs + (at % 86_400) * 1000,
    attributes: {
      case_id: "HOSTILE-1",
      channel: "chat",
      "message.role": "customer",
      "message.content": text,
      ...attributes,
    },
    more,
  });
}

export const dayMs = 86_400_000;

export const bodyStart = '{"resourceSpans":[{"scopeSpans":[{"spans":[';
export const bodyEnd = "]}]}]}";

/** The texts of a request with these spans. */
export function* requestOf(spans) {
  yield bodyStart;
  let isFirst = true;
  for (const span of spans) {
    yield (isFirst ? "" : ",") + JSON.stringify(span);
    isFirst = false;
  }
  yield bodyEnd;
}

/** As many values as asked for, each made of its number. */
export function* count(many, make) {
  for (let at = 0; at < many; at += 1) yield make(at);
}

/** A unit again and again, in large pieces. */
export function* repeated(unit, times) {
  const units = Math.max(1, Math.floor(pieceBytes / unit.length));
  const piece = unit.repeat(Math.min(units, times));
  for (let left = times; left > 0; left -= units) yield left >= units ? piece : unit.repeat(left);
}

/**
 * A request with one message whose text is too long to be one string in memory several times.
 * @param parts pieces of the text, as they stand within quotation marks of JSON
 */
export function* requestOfText(parts, nowMs, { key = "message.content", attributes } = {}) {
  const hole = "\u2603";
  const span = makeMessage(1, nowMs, "", { ...attributes, [key]: hole });
  const [before, after] = JSON.stringify(span).split(hole);
  yield bodyStart + before;
  yield* parts;
  yield after + bodyEnd;
}

const pieceBytes = 65_536;

/** Joins small pieces to buffers of about 256 KiB. */
export function* inBuffers(pieces) {
  let texts = [];
  let length = 0;
  for (const piece of pieces) {
    if (typeof piece !== "string") {
      if (length > 0) yield Buffer.from(texts.join(""));
      [texts, length] = [[], 0];
      yield piece;
      continue;
    }
    texts.push(piece);
    length += piece.length;
    if (length < 4 * pieceBytes) continue;
    yield Buffer.from(texts.join(""));
    [texts, length] = [[], 0];
  }
  if (length > 0) yield Buffer.from(texts.join(""));
}

/** Numbers that look random, the same in every run: the next state of a 32-bit generator. */
export const scramble = (number) => {
  let mixed = Math.imul(number + 0x6d2b79f5, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
};

const firstNames = "Anna Boris Chloe David Elena Farid Grace Henrik Irina Jonas Karin Luis".split(
  " ",
);
const lastNames = "Schmidt Novak Rossi Jansen Dubois Garcia Kowalski Larsen Murphy Okafor".split(
  " ",
);

/** A name, one of 120. */
export const nameOf = (number) =>
  `${firstNames[scramble(number) % firstNames.length]} ${lastNames[scramble(number + 7) % lastNames.length]}`;

/** A card number with a right check digit, of a range that issuers keep for tests. */
export function cardOf(number) {
  const digits = `400000${String(scramble(number) % 1_000_000_000).padStart(9, "0")}`;
  const sum = [...digits].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
