import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { facetEntry, facetNames } from "@/lib/analytics/facets/registry";
import { caseColumns, caseSortKeys } from "@/lib/analytics/filter/cases-query";
import { namedPeriods } from "@/lib/analytics/filter/period";
import { metricSubsets } from "@/lib/analytics/metrics/metric";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { noParams, type Codec } from "@/lib/format/address/codec";
import { rawParams } from "@/lib/format/address/raw-params";
import { examples } from "@/lib/testing/addresses/codec-examples";
import type { Examples } from "@/lib/testing/addresses/examples";

/** Every codec that a page's `url.ts` exports, or a query that pages share, by its name. */
const codecs = (
  await Promise.all(modules().map((path) => import(path) as Promise<Record<string, object>>))
)
  .flatMap((module) => Object.entries<object>(module))
  .flatMap(([name, value]): [string, object][] =>
    name.endsWith("Codecs")
      ? Object.entries(value as Record<string, object>).map(([key, each]) => [
          `${key}ListCodec`,
          each,
        ])
      : [[name, value]],
  )
  .filter((entry): entry is [string, Codec<object>] => /^(?!create).*Codec$/u.test(entry[0]));

function modules(): readonly string[] {
  const rooms = [import.meta.dirname, join(import.meta.dirname, "../analytics/filter")];
  return rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith("url.ts") || path.endsWith("-query.ts"))
      .map((path) => join(room, path)),
  );
}

/** What addresses hold: of each parameter some are read, others are not. */
const texts = [
  ...facetNames.flatMap((name) => facetEntry(name).values ?? []),
  ...metrics.flatMap(({ id }) => metricSubsets.map((subset) => `${id}.${subset}`)),
  ...[...caseSortKeys, ...caseColumns, ...namedPeriods, caseColumns.join("."), "asc"],
  ...["0", "1", "7", "1.5", "2026-03-01", "2026-03-31", "2026-02-30", "", "a & b", "x".repeat(300)],
];

/** Query strings with parameters of a codec, and with some that it lacks. */
function searches(codec: Codec<object>, examplesOf: Examples): fc.Arbitrary<string> {
  const params = Object.keys(examplesOf.canonical).flatMap((each) => [
    ...new URLSearchParams(each),
  ]);
  const all = [...texts, ...params.map(([, value]) => value)];
  const pairs = ["colour", "__proto__x", ...codec.names].map((name) => {
    const isRead = (text: string) => codec.parse({ [name]: text }).dropped.length === 0;
    const read = fc.constantFrom(...all.filter(isRead), "?");
    const any = fc.oneof(fc.constantFrom(...all), fc.string({ unit: "binary" }));
    return fc.tuple(fc.constant(name), fc.oneof({ arbitrary: read, weight: 3 }, any));
  });
  return fc
    .array(fc.oneof(...pairs), { maxLength: 12 })
    .map((given) => new URLSearchParams(given).toString());
}

it("has examples of every page's codec", () => {
  expect(codecs.map(([name]) => name).sort()).toEqual(Object.keys(examples).sort());
});

describe.each(codecs)("%s", (name, codec) => {
  const examplesOf = examples[name] ?? { canonical: {}, unreadable: [] };
  const { canonical, unreadable, others = [] } = examplesOf;
  const parse = (search: string) => codec.parse(rawParams(search));

  it("reads an empty address as the default, which is written as one", () => {
    expect(parse("")).toEqual({ query: codec.defaultValue, dropped: [] });
    expect(codec.href("/page", codec.defaultValue)).toBe("/page");
  });

  it("reads and writes its examples, byte by byte", () => {
    for (const [search, change] of Object.entries(canonical)) {
      const query = { ...codec.defaultValue, ...change };
      expect(parse(search)).toEqual({ query, dropped: [] });
      expect(codec.href("/page", query)).toBe(`/page?${search}`);
    }
    const named = Object.keys(canonical).flatMap((search) => [
      ...new URLSearchParams(search).keys(),
    ]);
    expect(new Set([...named, ...others])).toEqual(new Set(codec.names));
  });

  it("leaves out what it cannot read or does not know, and names it", () => {
    for (const search of unreadable) {
      const param = search.slice(0, search.indexOf("="));
      const known = { name: param, isKnown: true };
      const unknown = { name: "colour", isKnown: false };
      expect(parse(search)).toEqual({ query: codec.defaultValue, dropped: [known] });
      expect(parse(`${search}&colour=red`).dropped).toEqual(
        param < "colour" ? [known, unknown] : [unknown, known],
      );
    }
  });

  it("reads back every query from its address, in one form, without what was left out", () => {
    fc.assert(
      fc.property(searches(codec, examplesOf), (search) => {
        const { query, dropped } = parse(search);
        const written = codec.search(query);
        expect(parse(written)).toEqual({ query, dropped: [] });
        expect(written).toBe(new URLSearchParams(written).toString());
        const left = new URLSearchParams(search);
        for (const { name: param, isKnown } of dropped) {
          expect(codec.names.includes(param)).toBe(isKnown);
          left.delete(param);
        }
        expect(parse(left.toString())).toEqual({ query, dropped: [] });
      }),
    );
  });
});

it("names everything that the address of a page without parameters says", () => {
  expect(noParams.parse({ b: "1", a: ["2", "3"] }).dropped).toEqual([
    { name: "a", isKnown: false },
    { name: "b", isKnown: false },
  ]);
});
