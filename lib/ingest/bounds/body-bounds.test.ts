import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import { createBoundsCheck } from "./body-bounds";
import { createJsonCounter } from "./json-counter";
import { createProtobufCounter } from "./protobuf-counter";

const encode = (text: string) => new TextEncoder().encode(text);

/** Objects and lists of a value, its spans, and its depth, as `JSON.parse` sees them. */
function countParsed(value: unknown): { parts: number; spans: number; depth: number } {
  if (typeof value !== "object" || value === null) return { parts: 0, spans: 0, depth: 0 };
  const inner = Object.values(value).map(countParsed);
  const isSpan = !Array.isArray(value) && Object.hasOwn(value, "startTimeUnixNano");
  return {
    parts: 1 + inner.reduce((sum, { parts }) => sum + parts, 0),
    spans: (isSpan ? 1 : 0) + inner.reduce((sum, { spans }) => sum + spans, 0),
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
  };
}

function countIn(bytes: Uint8Array, cut: number, counter = createJsonCounter()) {
  for (let at = 0; at < bytes.length; at += cut) counter.push(bytes.subarray(at, at + cut));
  return counter.counts();
}

describe("a body in JSON", () => {
  it("has as many objects, lists, spans and levels as it has when parsed, however its bytes arrive", () => {
    const values = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        fc.string({ unit: "grapheme" }),
        fc.integer(),
        fc.array(tie("value")),
        fc.dictionary(
          fc.oneof(fc.string(), fc.constantFrom("startTimeUnixNano", '"', "spans", "\\")),
          tie("value"),
        ),
      ),
    }));
    fc.assert(
      fc.property(
        values.value,
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (value, cut, isWide) => {
          const text = JSON.stringify(value, null, isWide ? 2 : 0);
          const { parts, spans, depth } = countParsed(JSON.parse(text));
          const commas = countIn(encode(text), cut);
          expect([commas.spans, commas.depth]).toEqual([spans, depth]);
          expect(commas.parts).toBeGreaterThanOrEqual(parts);
        },
      ),
    );
  });

  it("counts eight numbers of a list like one object", () => {
    expect(countIn(encode(`[${"1,".repeat(800)}1]`), 64).parts).toBe(101);
  });

  it.each([
    ["objects", `{"resourceSpans":[${"{},".repeat(40)}{}]}`, "20 objects and lists"],
    ["spans", `[${'{"startTimeUnixNano":"1"},'.repeat(12)}{}]`, "10 spans or log records"],
    ["levels", "[".repeat(9), "8 levels"],
    [
      "parts of a span",
      `[{"startTimeUnixNano":"1","a":[{},{},{}]},{"a":[{},{},{},{},{},{}],"startTimeUnixNano":"2"}]`,
      "7 objects and lists in one span",
    ],
  ])("of too many %s is refused before it has arrived whole", (_, text, words) => {
    const check = createBoundsCheck("json", { parts: 20, ofSpan: 7, spans: 10, depth: 8 });
    const said = [...encode(text)].map((byte) => check(Uint8Array.of(byte)));
    expect(said.find((sentence) => sentence !== null)).toContain(`more than ${words}`);
  });
});

describe("a body in protobuf", () => {
  const value = (depth: number): object =>
    depth === 0 ? { stringValue: "no" } : { arrayValue: { values: [value(depth - 1)] } };
  const span = (attributes: number) => ({
    traceId: "01".repeat(16),
    spanId: "01".repeat(8),
    name: "*********",
    startTimeUnixNano: "1790000000000000000",
    attributes: Array.from({ length: attributes }, () => ({ key: "k", value: { intValue: 1 } })),
    events: [{ name: "e", attributes: [{ key: "k", value: { boolValue: true } }] }],
  });

  it.each([1, 3, 7, 1000])("counts its messages where its bytes arrive %d at a time", (cut) => {
    const bytes = encodeProtobuf({
      resourceSpans: [
        {
          resource: { attributes: [{ key: "service.name", value: { stringValue: "desk" } }] },
          scopeSpans: [{ scope: { name: "s" }, spans: [span(2), span(3)] }],
        },
      ],
    });
    // ResourceSpans, Resource and its pair and value, ScopeSpans, Scope; two spans, five pairs, two events with a pair.
    const least = 6 + 2 + 10 + 2 + 4;
    const { spans, parts, ofSpan, depth } = countIn(bytes, cut, createProtobufCounter());
    expect([spans, depth]).toEqual([2, 6]);
    // The span, three pairs, an event with a pair, and what its name looks like.
    expect(ofSpan).toBeGreaterThanOrEqual(1 + 6 + 3);
    expect(ofSpan).toBeLessThanOrEqual(1 + 6 + 3 + 9);
    expect(parts).toBeGreaterThanOrEqual(least);
    // A name may look like a message.
    expect(parts).toBeLessThanOrEqual(least + 2 * 9);
  });

  it("counts empty spans, values within values, and leaves what is none", () => {
    const empty = Uint8Array.of(0x0a, 10, 0x12, 8, 0x12, 0, 0x12, 0, 0x12, 0, 0x12, 0);
    expect(countIn(empty, 5, createProtobufCounter())).toMatchObject({
      spans: 4,
      parts: 6,
      depth: 3,
    });
    const bytes = encodeProtobuf({
      resourceSpans: [{ resource: { attributes: [{ key: "k", value: value(12) }] } }],
    });
    expect(countIn(bytes, 11, createProtobufCounter()).depth).toBe(28);
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251);
    expect(countIn(noise, 13, createProtobufCounter()).spans).toBeLessThan(5000);
  });
});
