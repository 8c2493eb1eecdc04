import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/runs";
import { decodeAll } from "@/lib/testing/spans/decode-all";
import { jsonRequest, jsonSpan } from "@/lib/testing/spans/otlp-json";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import type { DecodedItem } from "./format";
import { nestingMax } from "./nesting";
import { otlpJson } from "./otlp-json";
import { otlpProtobuf } from "./otlp-protobuf";

const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constant("é".repeat(40)));
const bytes = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map((value) => Buffer.from(value));
const integer = fc.oneof(
  fc.integer(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
);
const { value: anyValue } = fc.letrec<{ value: object; leaf: object }>((tie) => ({
  leaf: fc.oneof(
    text.map((stringValue) => ({ stringValue })),
    fc.boolean().map((boolValue) => ({ boolValue })),
    integer.map((intValue) => ({ intValue: String(intValue) })),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((doubleValue) => ({ doubleValue })),
    bytes(0, 9).map((value) => ({ bytesValue: value.toString("base64") })),
    fc.constant({}),
  ),
  value: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    fc.array(tie("value")).map((values) => ({ arrayValue: { values } })),
    fc
      .array(fc.record({ key: text, value: tie("value") }))
      .map((values) => ({ kvlistValue: { values } })),
  ),
}));
const attributes = fc.array(fc.record({ key: text, value: anyValue }), { maxLength: 5 });
const hex = (digits: number) => bytes(digits / 2, digits / 2).map((value) => value.toString("hex"));
const nanos = fc
  .oneof(fc.bigInt({ min: 0n, max: 2n ** 62n }), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }))
  .map(String);
const status = fc.record({ code: fc.integer({ min: 0, max: 2 }), message: text });
const span = fc.record({
  traceId: hex(32),
  spanId: hex(16),
  parentSpanId: fc.oneof(hex(16), fc.constant("")),
  name: text,
  kind: fc.integer({ min: 0, max: 5 }),
  startTimeUnixNano: nanos,
  endTimeUnixNano: nanos,
  attributes,
  events: fc.array(fc.record({ name: text, timeUnixNano: nanos, attributes }), { maxLength: 2 }),
  links: fc.array(fc.record({ traceId: hex(32), spanId: hex(16) }), { maxLength: 2 }),
  status,
});

describe("OTLP protobuf", () => {
  it("says the same as OTLP/JSON, whatever the spans are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(span, { maxLength: 3 }), attributes, async (spans, resource) => {
        const request = jsonRequest(spans, resource);
        const json = await decodeAll(otlpJson, JSON.stringify(request));
        expect(withoutLine(await decodeAll(otlpProtobuf, encodeProtobuf(request)))).toEqual(
          withoutLine(json),
        );
      }),
      { numRuns: runs(150) },
    );
  });

  it("lends or refuses times from 2200 on as OTLP/JSON does", async () => {
    const huge = String(2n ** 64n - 1n);
    const request = jsonRequest([
      jsonSpan({ endTimeUnixNano: huge }),
      jsonSpan({ startTimeUnixNano: huge, endTimeUnixNano: huge }),
    ]);
    expect(await decodeAll(otlpProtobuf, encodeProtobuf(request))).toMatchObject([
      { type: "span", findings: [{ code: "time-implausible" }] },
      { type: "reject", reject: { place: "resourceSpans[0].scopeSpans[0].spans[1]", spans: 1 } },
    ]);
  });

  it("keeps the spans before a cut and reports the rest as one reject", async () => {
    const spans = ["1", "2", "3"].map((digit) => jsonSpan({ spanId: digit.repeat(16) }));
    const bytes = encodeProtobuf(jsonRequest(spans, [{ key: "r", value: { intValue: 1 } }]));
    const whole = await decodeAll(otlpProtobuf, bytes);
    const counts = new Set<number>();
    for (let length = 1; length < bytes.length; length++) {
      const items = await decodeAll(otlpProtobuf, bytes.subarray(0, length));
      const kept = items.length - 1;
      expect(items.slice(0, kept)).toEqual(whole.slice(0, kept));
      expect(items[kept]).toMatchObject({ type: "reject", reject: { spans: 1 } });
      counts.add(kept);
    }
    expect([...counts]).toEqual([0, 1, 2]);
  });

  it("refuses a span that is broken in itself, and no other", async () => {
    const bytes = encodeProtobuf(jsonRequest([jsonSpan({ name: "?????" }), jsonSpan()]));
    const at = Buffer.from(bytes).indexOf("?????");
    // The name's length now exceeds the span.
    bytes[at - 1] = 0x7f;
    const items = await decodeAll(otlpProtobuf, bytes);
    expect(items).toMatchObject([
      { type: "reject", reject: { place: "resourceSpans[0].scopeSpans[0].spans[0]" } },
      { type: "span", place: "resourceSpans[0].scopeSpans[0].spans[1]" },
    ]);
  });

  it("ignores fields it does not know, at every level", async () => {
    const known = encodeProtobuf(jsonRequest([jsonSpan()]));
    const unknown = [
      // Field 9 as varint, bytes, fixed64, fixed32, and as a group with a number.
      ...[0x48, 0x96, 0x01, 0x4a, 2, 7, 7, 0x49, 1, 2, 3, 4, 5, 6, 7, 8],
      ...[0x4d, 1, 2, 3, 4, 0x4b, 0x08, 5, 0x4c],
    ];
    const bytes = Uint8Array.from([...unknown, ...known, ...unknown]);
    expect(await decodeAll(otlpProtobuf, bytes, [5])).toEqual(await decodeAll(otlpProtobuf, known));
  });

  it("ends with a reject where the bytes are something else", async () => {
    const bytes = Buffer.concat([encodeProtobuf(jsonRequest([jsonSpan()])), Buffer.from("zzz!")]);
    const items = await decodeAll(otlpProtobuf, new Uint8Array(bytes));
    expect(items.map(({ type }) => type)).toEqual(["span", "reject"]);
  });

  it("cuts off what is nested too deeply, with a finding", async () => {
    let value: object = { stringValue: "bottom" };
    for (let level = 0; level < 40; level++) value = { arrayValue: { values: [value] } };
    const request = jsonRequest([jsonSpan({ attributes: [{ key: "deep", value }] })]);
    const items = await decodeAll(otlpProtobuf, encodeProtobuf(request));
    expect(items).toMatchObject([{ findings: [{ code: "nesting-truncated" }] }]);
    const [item] = items;
    const deep = item?.type === "span" ? JSON.stringify(item.span.attributes.get("deep")) : "";
    expect(deep).toBe(`${"[".repeat(nestingMax)}null${"]".repeat(nestingMax)}`);
  });

  it("of random bytes neither throws nor hangs", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const framed = Uint8Array.from([0x0a, bytes.length & 0x7f, ...bytes]);
        await decodeAll(otlpProtobuf, framed, [13]);
        await decodeAll(otlpProtobuf, bytes);
      }),
    );
  });
});

/** Only OTLP/JSON has line numbers. */
function withoutLine(items: readonly DecodedItem[]): readonly unknown[] {
  return JSON.parse(
    JSON.stringify(items, (_, value: unknown) =>
      value instanceof Map ? [...value] : value,
    ).replaceAll("line 1, ", ""),
  ) as readonly unknown[];
}
