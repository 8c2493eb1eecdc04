import { constants, deflateRawSync, gzipSync } from "node:zlib";
import { count, makeMessage, repeated, requestOf, spanId, traceId } from "../otlp.mjs";
import {
  field,
  fieldHead,
  nested,
  requestHead,
  spanBytes,
  textAttribute,
  varint,
} from "../protobuf.mjs";

/** Bodies of protobuf and of gzip that are damaged, or far larger than they look. */

const protobuf = "application/x-protobuf";
const gzip = { "content-encoding": "gzip" };
const mebibyte = 1024 * 1024;

const ordinaryJson = (nowMs, many) =>
  [...requestOf(count(many, (at) => makeMessage(at, nowMs, "Where is my parcel?")))].join("");

/** A request of one span with these further fields. */
const requestWith = (nowMs, rest) => {
  const span = spanBytes(traceId(1), spanId(1), nowMs - 1000, rest);
  const spans = Buffer.concat([fieldHead(2, span.length), span]);
  return [requestHead(spans.length), spans];
};

/** Bytes of gzip's header and of an end with check sums that do not fit. */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
const gzipEnd = Buffer.concat([Buffer.from([3, 0]), Buffer.alloc(8)]);

function* buffers(buffer, times) {
  for (let at = 0; at < times; at += 1) yield buffer;
}

export const binary = [
  {
    name: "protobuf-empty-spans",
    what: "protobuf of five million empty spans",
    type: protobuf,
    *bytes() {
      yield requestHead(10_000_000);
      yield* buffers(Buffer.from("1200".repeat(10_000), "hex"), 500);
    },
  },
  {
    name: "protobuf-links-1000000",
    what: "protobuf of one span with a million links",
    type: protobuf,
    bytes({ nowMs }) {
      const one = Buffer.from(traceId(2), "hex");
      const link = field(13, Buffer.concat([field(1, one), field(2, one.subarray(0, 8))]));
      return requestWith(nowMs, Buffer.concat(Array.from({ length: 1_000_000 }, () => link)));
    },
  },
  {
    name: "protobuf-deep",
    what: "protobuf of an attribute nested 100,000 deep",
    type: protobuf,
    bytes({ nowMs }) {
      // AnyValue.kvlist_value, KeyValueList.values, KeyValue.value
      const value = nested([6, 1, 2], 100_000, field(1, "bottom"));
      const key = field(1, "deep");
      const attribute = Buffer.concat([key, fieldHead(2, value.length), value]);
      const rest = Buffer.concat([fieldHead(9, attribute.length), attribute]);
      return requestWith(nowMs, rest);
    },
  },
  {
    name: "protobuf-groups",
    what: "protobuf of 30 million groups that begin and never end",
    type: protobuf,
    bytes: () => buffers(Buffer.alloc(mebibyte, (15 << 3) | 3), 30),
  },
  {
    name: "protobuf-4gb-length",
    what: "protobuf whose first field claims 4 GB",
    type: protobuf,
    bytes: () => [Buffer.from([0x0a]), varint(4_294_967_295), Buffer.alloc(100_000)],
  },
  {
    name: "protobuf-truncated",
    what: "protobuf of 100,000 spans, of which the last is cut",
    type: protobuf,
    *bytes({ nowMs }) {
      const spans = Buffer.concat([
        ...count(100_000, (at) => {
          const attribute = field(9, textAttribute("case_id", `HOSTILE-${at % 1000}`));
          return field(2, spanBytes(traceId(at), spanId(at), nowMs - at, attribute));
        }),
      ]);
      yield requestHead(spans.length);
      yield spans.subarray(0, -20);
    },
  },
  {
    name: "gzip-zeros-10gb",
    what: "10 GB of zeros, gzip (10 MB)",
    headers: gzip,
    *bytes() {
      const options = { level: 9, finishFlush: constants.Z_FULL_FLUSH };
      const zeros = deflateRawSync(Buffer.alloc(16 * mebibyte), options);
      yield gzipHead;
      yield* buffers(zeros, 640);
      yield gzipEnd;
    },
  },
  {
    name: "gzip-members",
    what: "2 million members of gzip that hold nothing",
    headers: gzip,
    bytes: () => buffers(Buffer.concat(Array.from({ length: 1000 }, () => gzipSync(""))), 2000),
  },
  {
    name: "gzip-60-times-64mib",
    what: "60 bodies at once that unpack to 64 MiB",
    headers: gzip,
    requests: 60,
    parallel: 60,
    bytes: () => [gzipSync(Buffer.alloc(64 * mebibyte - 1, " "), { level: 9 })],
  },
  {
    name: "gzip-in-gzip",
    what: "ordinary spans, gzipped twice",
    headers: gzip,
    bytes: ({ nowMs }) => [gzipSync(gzipSync(ordinaryJson(nowMs, 10_000)))],
  },
  {
    name: "gzip-truncated",
    what: "50 MB of ordinary spans in gzip that is cut",
    headers: gzip,
    bytes({ nowMs }) {
      const whole = gzipSync(ordinaryJson(nowMs, 130_000), { level: 1 });
      return [whole.subarray(0, Math.floor(whole.length * 0.9))];
    },
  },
  {
    name: "not-gzip",
    what: "60 MB of letters that call themselves gzip",
    headers: gzip,
    bytes: () => repeated("not gzip ", 6_600_000),
  },
];
