import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWholeTier, runs } from "@/lib/testing/runs";
import { decodeAll } from "@/lib/testing/spans/decode-all";
import { encodeProtobuf } from "@/lib/testing/spans/otlp-schema";
import type { DecodedItem, Format } from "./format";
import { otlpJson } from "./otlp-json";
import { formats, recogniseFormat } from "./registry";

/** An input of units in any order, each with `itemsPerUnit` items. */
type Fixture = {
  readonly header: Uint8Array;
  readonly units: readonly Uint8Array[];
  readonly itemsPerUnit: number;
};

const fixtures: Readonly<Record<string, Fixture>> = {
  "otlp-json": lines(
    "",
    requests().map((request) => JSON.stringify(request)),
  ),
  "otlp-protobuf": {
    header: new Uint8Array(0),
    units: requests().map(encodeProtobuf),
    itemsPerUnit: 2,
  },
  "case-jsonl": lines(
    "",
    numbers(5).map((n) =>
      JSON.stringify({ id: `c-${n}`, customer: "Zoë 😀", CSAT: 4, opened: "2026-01-31" }),
    ),
    1,
  ),
  "case-csv": lines(
    "Case ID,Customer,Opened,Closed,CSAT\r\n",
    numbers(5).map((n) => `c-${n},"Zoë, 😀 ""Z""\nof ${n}",2026-01-0${n + 1} 10:00,,${n || ""}\r`),
    1,
  ),
};

const bodiesFolder = join(import.meta.dirname, "../../testing/instrumentations");

describe.each(formats)("the format $name", (format) => {
  const fixture = fixtureOf(format);
  const bytes = whole(fixture);
  const expected = decodeAll(format, bytes);

  it("is recognised, and nothing else is", () => {
    expect(recogniseFormat(bytes)).toBe(format);
  });

  it("decodes its fixture without a reject", async () => {
    const items = await expected;
    const rows = items.filter(({ type }) => type !== "columns");
    expect(rows).toHaveLength(fixture.units.length * fixture.itemsPerUnit);
    expect(items.filter((item) => item.type === "reject")).toEqual([]);
  });

  it("gives the same items however the bytes are cut into chunks", async () => {
    const items = await expected;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }),
        async (cuts) => {
          expect(await decodeAll(format, bytes, cuts)).toEqual(items);
        },
      ),
      { numRuns: runs(40) },
    );
  });

  it("keeps every complete item before a cut, wherever the input is cut", async () => {
    const items = await expected;
    for (let length = 0; length < bytes.length; length += isWholeTier ? 1 : 3) {
      const kept = await decodeAll(format, bytes.subarray(0, length), [50]);
      const complete = completeUnits(fixture, length) * fixture.itemsPerUnit;
      expect(kept.slice(0, complete)).toEqual(items.slice(0, complete));
    }
  });

  it("gives the same items whatever the order of its parts", async () => {
    const items = setOf(await expected);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...fixture.units], { minLength: fixture.units.length }),
        async (units) => {
          const shuffled = await decodeAll(format, whole({ ...fixture, units }));
          expect(setOf(shuffled)).toEqual(items);
        },
      ),
      { numRuns: runs(20) },
    );
  });
});

/** Each traces request as a package sent it, however its bytes come. */
describe.each(readdirSync(bodiesFolder))("the body %s", (file) => {
  const bytes = new Uint8Array(readFileSync(join(bodiesFolder, file)));

  it("is recognised and gives the same spans however its bytes are cut", async () => {
    expect(recogniseFormat(bytes)).toBe(otlpJson);
    const items = await decodeAll(otlpJson, bytes);
    expect(items.length).toBeGreaterThan(8);
    expect(items.filter(({ type }) => type !== "span")).toEqual([]);
    for (const cut of [1, 90, 4096]) expect(await decodeAll(otlpJson, bytes, [cut])).toEqual(items);
  });
});

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Of traces, and of logs. */
function requests(): readonly object[] {
  return numbers(4).flatMap((n) => [requestOf(n), logsOf(n)]);
}

function logsOf(n: number): object {
  const record = (index: number) => ({
    traceId: "0af7651916cd43dd8448eb211c80319c",
    spanId: `b7ad6b716920333${n * 2 + index}`,
    timeUnixNano: "1700000000123456789",
    severityNumber: 9,
    attributes: [{ key: "event.name", value: { stringValue: "gen_ai.user.message" } }],
    body: { stringValue: `Où est le n° ${n}? 😀 "\\"` },
  });
  const scopeLogs = [{ scope: { name: "s" }, logRecords: [record(0), record(1)] }];
  return { resourceLogs: [{ resource: { attributes: [] }, scopeLogs }] };
}

function requestOf(n: number): object {
  const attributes = [
    { key: "input.value", value: { stringValue: `Où est le n° ${n}? 😀 "\\"` } },
    { key: "list", value: { arrayValue: { values: [{ intValue: "7" }, { doubleValue: 0.5 }] } } },
  ];
  const span = (index: number) => ({
    traceId: "0af7651916cd43dd8448eb211c80319c",
    spanId: `b7ad6b716920333${n * 2 + index}`,
    name: "chat",
    kind: 3,
    startTimeUnixNano: "1700000000123456789",
    endTimeUnixNano: "1700000001123456789",
    attributes,
    events: [{ name: "e", timeUnixNano: "1700000000200000000", attributes }],
    links: [{ traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331" }],
    status: { code: 2, message: "späť" },
  });
  const scopeSpans = [{ scope: { name: "s" }, spans: [span(0), span(1)] }];
  return { resourceSpans: [{ resource: { attributes: attributes.slice(0, 1) }, scopeSpans }] };
}

function lines(header: string, texts: readonly string[], itemsPerUnit = 2): Fixture {
  const encoder = new TextEncoder();
  return {
    header: encoder.encode(header),
    units: texts.map((text) => encoder.encode(`${text}\n`)),
    itemsPerUnit,
  };
}

function fixtureOf({ name }: Format): Fixture {
  const fixture = fixtures[name];
  if (fixture === undefined) throw new Error(`The format ${name} has no fixture here.`);
  return fixture;
}

function whole(fixture: Fixture): Uint8Array {
  return new Uint8Array(Buffer.concat([fixture.header, ...fixture.units]));
}

function completeUnits(fixture: Fixture, length: number): number {
  let end = fixture.header.length;
  return fixture.units.filter((unit) => (end += unit.length) <= length).length;
}

/** The items without their places, sorted. */
function setOf(items: readonly DecodedItem[]): readonly string[] {
  return items.map((item) => JSON.stringify(plain(item))).sort();
}

function plain(item: DecodedItem): unknown {
  if (item.type === "reject") return item.reject.reason;
  if (item.type === "record") return item.record;
  if (item.type === "columns") return item.columns;
  if (item.type === "event") {
    const { attributes, resource, ...rest } = item.event;
    return [rest, [...attributes], [...resource]];
  }
  const { attributes, events, resource, ...rest } = item.span;
  return [rest, [...attributes], events.map((event) => [...event.attributes]), [...resource]];
}
