import { bodyEnd, bodyStart, count, makeMessage, makeSpan, repeated, requestOf } from "../otlp.mjs";

/** Bodies of few values in a shape that readers of JSON may not expect. */

const megabyte = 1_000_000;

/**
 * A request with one span.
 * @param attributes further attributes, as pieces of JSON that begin with a comma
 * @param rest further fields, the same
 */
function* spanWith(nowMs, { attributes = [], rest = [] }) {
  const { attributes: own, ...fields } = makeMessage(1, nowMs, "Hello");
  yield `${bodyStart}${JSON.stringify(fields).slice(0, -1)},"attributes":${JSON.stringify(own).slice(0, -1)}`;
  yield* attributes;
  yield "]";
  yield* rest;
  yield `}${bodyEnd}`;
}

function* deepArrays(levels) {
  yield ',{"key":"deep","value":';
  yield* repeated('{"arrayValue":{"values":[', levels);
  yield '{"stringValue":"bottom"}';
  yield* repeated("]}}", levels);
  yield "}";
}

/** As text: in an object literal the first is no name. */
const oddNames = '{"__proto__":"x","constructor":"y","toString":"z","":"w"}';

export const shapes = [
  {
    name: "empty-resources",
    what: "60 MB of {}, within resourceSpans, gzip",
    isGzip: true,
    *bytes() {
      yield '{"resourceSpans":[';
      yield* repeated("{},", 20 * megabyte);
      yield "{}]}";
    },
  },
  {
    name: "empty-spans",
    what: "60 MB of {}, within spans, gzip",
    isGzip: true,
    *bytes() {
      yield bodyStart;
      yield* repeated("{},", 20 * megabyte);
      yield `{}${bodyEnd}`;
    },
  },
  {
    name: "deep-arrays",
    what: "an attribute of arrays nested 100,000 deep",
    bytes: ({ nowMs }) => spanWith(nowMs, { attributes: deepArrays(100_000) }),
  },
  {
    name: "brackets",
    what: "60 MB of [, gzip",
    isGzip: true,
    bytes: () => repeated("[", 60 * megabyte),
  },
  {
    name: "spaces",
    what: "60 MB of spaces",
    bytes: () => repeated(" ", 60 * megabyte),
  },
  {
    name: "attributes-500000",
    what: "one span with 500,000 attributes",
    isGzip: true,
    bytes({ nowMs }) {
      const attribute = (at) => `,{"key":"a${at}","value":{"stringValue":"v${at}"}}`;
      return spanWith(nowMs, { attributes: count(500_000, attribute) });
    },
  },
  {
    name: "same-attribute",
    what: "one span with the key case_id 500,000 times, each with another value",
    isGzip: true,
    bytes({ nowMs }) {
      const attribute = (at) => `,{"key":"case_id","value":{"stringValue":"HOSTILE-${at}"}}`;
      return spanWith(nowMs, { attributes: count(500_000, attribute) });
    },
  },
  {
    name: "same-member",
    what: 'one object with the member "spans" a million times',
    isGzip: true,
    *bytes() {
      yield '{"resourceSpans":[{"scopeSpans":[{';
      yield* repeated('"spans":[{}],', megabyte);
      yield '"spans":[]}]}]}';
    },
  },
  {
    name: "events-1000000",
    what: "one span with a million events",
    isGzip: true,
    *bytes({ nowMs }) {
      const event = `,{"name":"e","timeUnixNano":"${nowMs - 1000}000000"}`;
      const rest = [',"events":[{"name":"e"}', ...repeated(event, megabyte), "]"];
      yield* spanWith(nowMs, { rest });
    },
  },
  {
    name: "key-5mb",
    what: "an attribute whose key has 5 MB",
    *bytes({ nowMs }) {
      const key = repeated("k", 5 * megabyte);
      yield* spanWith(nowMs, { attributes: [',{"key":"', ...key, '","value":{"intValue":"1"}}'] });
    },
  },
  {
    name: "long-numbers",
    what: "integers and fractions of a million digits",
    *bytes({ nowMs }) {
      const digits = "7".repeat(megabyte);
      const values = [
        `"intValue":"${digits}"`,
        `"intValue":${digits}`,
        `"doubleValue":0.${digits}`,
      ];
      const attributes = values.map((value, at) => `,{"key":"n${at}","value":{${value}}}`);
      yield* spanWith(nowMs, { attributes });
    },
  },
  {
    name: "odd-keys",
    what: "10,000 spans with attributes named __proto__, constructor, toString and an empty name",
    bytes: ({ nowMs }) =>
      requestOf(count(10_000, (at) => makeMessage(at, nowMs, "Hello", JSON.parse(oddNames)))),
  },
  {
    name: "broken-at-the-end",
    what: "50 MB of spans, of which the last is cut",
    isGzip: true,
    *bytes({ nowMs }) {
      yield bodyStart;
      for (const span of count(140_000, (at) => makeMessage(at, nowMs, "Where is my parcel?")))
        yield `${JSON.stringify(span)},`;
      yield '{"traceId":"b';
    },
  },
  {
    name: "utf-16",
    what: "10,000 ordinary spans in UTF-16",
    *bytes({ nowMs }) {
      yield Buffer.from([0xff, 0xfe]);
      for (const text of requestOf(count(10_000, (at) => makeMessage(at, nowMs, "Hello"))))
        yield Buffer.from(text, "utf16le");
    },
  },
  {
    name: "wrong-type",
    what: "60 MB with the content type text/csv",
    type: "text/csv",
    bytes: () => repeated("case_id,customer_id,channel\n", 2_140_000),
  },
  {
    name: "resources-200000",
    what: "200,000 resourceSpans, each with a span and a resource of its own",
    isGzip: true,
    *bytes({ nowMs }) {
      yield '{"resourceSpans":[';
      for (let at = 0; at < 200_000; at += 1) {
        const span = makeSpan({ trace: at, span: at, atMs: nowMs - at });
        const resource = `{"attributes":[{"key":"service.name","value":{"stringValue":"s${at}"}}]}`;
        yield `${at === 0 ? "" : ","}{"resource":${resource},"scopeSpans":[{"spans":[${JSON.stringify({ ...span, attributes: undefined })}]}]}`;
      }
      yield "]}";
    },
  },
  { name: "empty", what: "a body of no bytes", *bytes() {} },
];
