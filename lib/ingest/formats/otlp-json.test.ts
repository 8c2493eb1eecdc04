import { describe, expect, it } from "vitest";
import { decodeAll } from "@/lib/testing/spans/decode-all";
import { jsonRequest, jsonSpan } from "@/lib/testing/spans/otlp-json";
import type { AttributeValue } from "@/lib/domain/trace/span";
import { textLengthMax } from "./clean-text";
import { nestingMax } from "./nesting";
import { otlpJson } from "./otlp-json";

describe("ids", () => {
  it("are read in either case and kept in lower case", async () => {
    const ids = { traceId: "5B8EFFF798038103D269B633813FC60C", spanId: "EEE19B7EC3C1B174" };
    const item = await spanOf(ids);
    expect([item.span.traceId, item.span.spanId]).toEqual([
      "5b8efff798038103d269b633813fc60c",
      "eee19b7ec3c1b174",
    ]);
  });

  it("of another length are kept with a finding", async () => {
    const item = await spanOf({ traceId: "B2C3D4E5F67890123456789ABCDEF01" });
    expect(item.span.traceId).toBe("b2c3d4e5f67890123456789abcdef01");
    expect(codes(item)).toEqual(["id-length"]);
  });

  it.each(["", "00000000000000000000000000000000", "W47/95gDgQPSabYzgT/GDA==", 7, null])(
    "that name nothing (%j) refuse their span and no other",
    async (traceId) => {
      const spans = [jsonSpan({ spanId: "1".repeat(16) }), jsonSpan({ traceId }), jsonSpan()];
      const items = await decodeAll(otlpJson, JSON.stringify(jsonRequest(spans)));
      expect(items.map(({ type }) => type)).toEqual(["span", "reject", "span"]);
      expect(items[1]).toMatchObject({
        reject: { place: "line 1, resourceSpans[0].scopeSpans[0].spans[1]", spans: 1 },
      });
    },
  );

  it.each([undefined, "", "0000000000000000", null])(
    "without parent (%j) are roots",
    async (id) => {
      const item = await spanOf({ parentSpanId: id });
      expect(item.span.parentSpanId).toBeNull();
      expect(item.findings).toEqual([]);
    },
  );

  it("of a span that is its own parent make it a root, with a finding", async () => {
    const item = await spanOf({ parentSpanId: "EEE19B7EC3C1B174" });
    expect(item.span.parentSpanId).toBeNull();
    expect(codes(item)).toEqual(["own-parent"]);
  });
});

describe("times", () => {
  it("are exact to the microsecond, from text and from numbers", async () => {
    const text = await spanOf({ startTimeUnixNano: "1700000000123456789" });
    const number = await spanOf({ startTimeUnixNano: 1_700_000_000_123_456_789 });
    expect(text.span.startUs).toBe(1_700_000_000_123_456);
    expect(number.span.startUs).toBe(1_700_000_000_123_456);
  });

  it("in the wrong order are both kept, with a finding", async () => {
    const item = await spanOf({ endTimeUnixNano: "1600000000000000000" });
    expect([item.span.startUs, item.span.endUs]).toEqual([17e14, 16e14]);
    expect(codes(item)).toEqual(["end-before-start"]);
  });

  it.each(["4102444800000000000", "7258118399999999000"])(
    "from 2100 on (%s ns) are kept with a finding",
    async (nanos) => {
      const item = await spanOf({ startTimeUnixNano: nanos, endTimeUnixNano: nanos });
      expect(item.span.startUs).toBe(Math.floor(Number(nanos) / 1000));
      expect(codes(item)).toEqual(["time-implausible"]);
    },
  );

  it.each([
    ["seconds", 1_700_000_000],
    ["milliseconds", 1_700_000_000_123],
    ["milliseconds", "1700000000123"],
    ["microseconds", 1_700_000_000_123_456],
  ])("in %s (%s) are read as such, with a finding", async (unit, time) => {
    const item = await spanOf({ startTimeUnixNano: time, endTimeUnixNano: time });
    const seconds = Math.floor(item.span.startUs / 1e6);
    expect([seconds, item.span.endUs]).toEqual([1_700_000_000, item.span.startUs]);
    const detail = expect.stringContaining(` in ${unit}, `) as string;
    expect(item.findings).toEqual([{ code: "time-implausible", detail }]);
  });

  it.each([undefined, "0", 0, "soon", "", -5, "86400000000000"])(
    "that are missing (%j) are lent by the other end",
    async (absent) => {
      const noStart = await spanOf({ startTimeUnixNano: absent });
      const noEnd = await spanOf({ endTimeUnixNano: absent });
      expect([noStart.span.startUs, noStart.span.endUs]).toEqual([
        1_700_000_001e6, 1_700_000_001e6,
      ]);
      expect([noEnd.span.startUs, noEnd.span.endUs]).toEqual([17e14, 17e14]);
      expect([codes(noStart), codes(noEnd)]).toEqual([["time-implausible"], ["time-implausible"]]);
    },
  );
});

describe("times before 2000 or from 2200 on", () => {
  const outside = [
    "7258118400000000000",
    "1".repeat(22),
    "9".repeat(400),
    1e21,
    1e300,
    -1e9,
    "-1000",
    "86400000000000",
  ];

  it.each(outside)("are lent by the span's other end (%s)", async (nanos) => {
    const noStart = await spanOf({ startTimeUnixNano: nanos });
    const noEnd = await spanOf({ endTimeUnixNano: nanos });
    expect([noStart.span.startUs, noStart.span.endUs]).toEqual([1_700_000_001e6, 1_700_000_001e6]);
    expect([noEnd.span.startUs, noEnd.span.endUs]).toEqual([17e14, 17e14]);
    for (const [{ findings }, named] of [
      [noStart, " no start time "],
      [noEnd, " no end time "],
    ] as const) {
      const detail = expect.stringContaining(named) as string;
      expect(findings[0]).toEqual({ code: "time-implausible", detail });
    }
  });

  it.each(outside)("refuse a span that has no other (%s)", async (nanos) => {
    const both = { startTimeUnixNano: nanos, endTimeUnixNano: nanos };
    const items = await decodeAll(otlpJson, JSON.stringify(jsonRequest([jsonSpan(both)])));
    expect(items).toMatchObject([
      {
        type: "reject",
        reject: {
          place: "line 1, resourceSpans[0].scopeSpans[0].spans[0]",
          reason: expect.stringMatching(/not from 2000 to 2199; send nanoseconds/) as string,
          spans: 1,
        },
      },
    ]);
  });

  it("of an event are the span's start", async () => {
    const events = [...outside, 0, "1700000000500000000"].map((timeUnixNano) => ({
      name: "e",
      timeUnixNano,
    }));
    const item = await spanOf({ events });
    expect(new Set(item.span.events.map(({ atUs }) => atUs))).toEqual(
      new Set([17e14, 1_700_000_000_500_000]),
    );
    expect(codes(item)).toEqual(["time-implausible"]);
  });
});

describe("attribute values", () => {
  it.each<[object | null | undefined, AttributeValue]>([
    [{ stringValue: "a" }, "a"],
    [{ stringValue: "" }, ""],
    [{ boolValue: false }, false],
    [{ intValue: "42" }, 42],
    [{ intValue: 42 }, 42],
    [{ intValue: "-9223372036854775808" }, "-9223372036854775808"],
    [{ doubleValue: 0.25 }, 0.25],
    [{ doubleValue: "NaN" }, "NaN"],
    [{ doubleValue: "-Infinity" }, "-Infinity"],
    [{ bytesValue: "3q2+7w==" }, "3q2+7w=="],
    [{ arrayValue: { values: [{ intValue: 1 }, {}] } }, [1, null]],
    [{ arrayValue: {} }, []],
    [{ string_value: "snake" }, "snake"],
    [{ int_value: "7" }, 7],
    [{ futureValue: 1 }, null],
    [{}, null],
    [null, null],
    [undefined, null],
  ])("%j is read as %j", async (value, expected) => {
    const item = await spanOf({ attributes: [{ key: "k", value }] });
    expect(item.span.attributes.get("k")).toEqual(expected);
  });

  it("may have any name, `__proto__` too, at any level; the last of equal names wins", async () => {
    const pair = { key: "__proto__", value: { stringValue: "p" } };
    const attributes = [
      { key: "k", value: { stringValue: "first" } },
      pair,
      { key: "constructor", value: { kvlistValue: { values: [pair] } } },
      { key: "k", value: { stringValue: "last" } },
    ];
    const { span } = await spanOf({ attributes });
    expect([...span.attributes.keys()]).toEqual(["k", "__proto__", "constructor"]);
    expect(span.attributes.get("k")).toBe("last");
    const nested = span.attributes.get("constructor");
    expect(Object.getPrototypeOf(nested)).toBeNull();
    expect(Object.entries(nested ?? {})).toEqual([["__proto__", "p"]]);
  });

  it("of equal names keep a value beside null, whichever comes last", async () => {
    const full = { key: "k", value: { stringValue: "full" } };
    for (const attributes of [
      [full, { key: "k", value: {} }],
      [{ key: "k" }, full],
    ]) {
      const { span } = await spanOf({ attributes });
      expect(span.attributes.get("k")).toBe("full");
    }
  });

  it("lose what lies deeper than can be read, with a finding", async () => {
    const item = await spanOf({ attributes: [{ key: "deep", value: nestedList(1000) }] });
    let value = item.span.attributes.get("deep");
    let levels = 0;
    for (; Array.isArray(value); levels++) value = (value as readonly AttributeValue[])[0];
    expect([levels, value, codes(item)]).toEqual([nestingMax, null, ["nesting-truncated"]]);
  });

  it("lose NUL and halves of characters, with a finding", async () => {
    const json = '{"key":"a\\u0000","value":{"stringValue":"x\\ud800y \\ud83d\\ude00"}}';
    const item = await spanOf({ attributes: [JSON.parse(json) as object] });
    expect([...item.span.attributes]).toEqual([["a\uFFFD", "x\uFFFDy 😀"]]);
    expect(codes(item)).toEqual(["text-replaced"]);
  });

  it("of 40 MB are cut, with a finding, and the rest of the span stays", async () => {
    const attributes = [{ key: "big", value: { stringValue: "x".repeat(40e6) } }];
    const item = await spanOf({ attributes });
    expect(item.span.attributes.get("big")).toHaveLength(textLengthMax);
    expect([item.span.name, codes(item)]).toEqual(["chat", ["text-truncated"]]);
  });
});

describe("spans", () => {
  it("are read whole, enums by number or name, keys in either spelling", async () => {
    const span = {
      trace_id: "5b8efff798038103d269b633813fc60c",
      span_id: "eee19b7ec3c1b174",
      parent_span_id: "eee19b7ec3c1b173",
      name: "call",
      kind: "SPAN_KIND_CLIENT",
      start_time_unix_nano: "1700000000000000000",
      end_time_unix_nano: 1700000001000000000,
      events: [{ name: "e", time_unix_nano: "1700000000500000000" }],
      links: [{ trace_id: "AB".repeat(16), span_id: "cd".repeat(8) }, { trace_id: "" }],
      status: { code: "STATUS_CODE_ERROR", message: "no" },
      flags: 257,
    };
    const resource = { attributes: [{ key: "service.name", value: { string_value: "s" } }] };
    const scoped = { scope: { name: "lib", version: "1" }, spans: [span] };
    const request = { resource_spans: [{ resource, scope_spans: [scoped] }] };
    const items = await decodeAll(otlpJson, JSON.stringify(request));
    expect(items).toEqual([
      {
        type: "span",
        place: "line 1, resource_spans[0].scope_spans[0].spans[0]",
        findings: [],
        span: {
          traceId: "5b8efff798038103d269b633813fc60c",
          spanId: "eee19b7ec3c1b174",
          parentSpanId: "eee19b7ec3c1b173",
          name: "call",
          otlpKind: 3,
          startUs: 17e14,
          endUs: 1_700_000_001e6,
          status: "error",
          statusMessage: "no",
          attributes: new Map(),
          events: [{ name: "e", atUs: 1_700_000_000_500_000, attributes: new Map() }],
          links: [{ traceId: "ab".repeat(16), spanId: "cd".repeat(8) }],
          resource: new Map([["service.name", "s"]]),
          scope: "lib",
        },
      },
    ]);
  });

  it("of one resource share its attributes", async () => {
    const request = jsonRequest(
      [jsonSpan(), jsonSpan({ spanId: "2".repeat(16) })],
      [{ key: "service.name", value: { stringValue: "s" } }],
    );
    const [one, other] = await decodeAll(otlpJson, JSON.stringify(request));
    expect(one?.type === "span" && other?.type === "span").toBe(true);
    if (one?.type === "span" && other?.type === "span") {
      expect(one.span.resource).toBe(other.span.resource);
    }
  });
});

async function spanOf(fields: object) {
  const items = await decodeAll(otlpJson, JSON.stringify(jsonRequest([jsonSpan(fields)])));
  const [item] = items;
  if (item?.type !== "span") throw new Error(JSON.stringify(items));
  return item;
}

function codes(item: { readonly findings: readonly { readonly code: string }[] }) {
  return item.findings.map(({ code }) => code);
}

function nestedList(levels: number): object {
  let value: object = { stringValue: "bottom" };
  for (let level = 0; level < levels; level++) value = { arrayValue: { values: [value] } };
  return value;
}
