import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channels } from "@/lib/domain/trace/channel";
import { outcomes } from "@/lib/domain/case/outcome";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { noParams, type Codec } from "@/lib/format/address/codec";
import { rawParams } from "@/lib/format/address/raw-params";

type Examples = {
  /** Query strings as they are written, with what each says beside the default; together they have every parameter. */
  readonly canonical: Readonly<Record<string, object>>;
  /** Parameters that cannot be read. */
  readonly unreadable: readonly string[];
};

/** By the codec's name. */
const examples: Readonly<Record<string, Examples>> = {
  auditCodec: {
    canonical: {
      "page=2&action=refused&actor=account-1&target=C-1&from=2026-03-01&to=2026-03-31": {
        ...{ page: 2, action: "refused", actor: "account-1", target: "C-1" },
        days: { from: "2026-03-01", to: "2026-03-31" },
      },
    },
    unreadable: ["page=0", "action=x", "from=2026-02-30", "to=yesterday"],
  },
  caseCodec: {
    canonical: {
      "part=3&item=h2&scale=true&fit=all&list=outcome%3Dreopened%26page%3D2": {
        ...{ part: 3, item: "h2", scale: "true", isFitted: true, list: "outcome=reopened&page=2" },
      },
    },
    unreadable: [
      ...["part=0", "part=two", "item=handoff", "item=h1&item=h2", "scale=log", "fit=none"],
      `list=${"x".repeat(6001)}`,
    ],
  },
  healthCodec: {
    canonical: { "days=91": { days: 91 }, "days=182": { days: 182 } },
    unreadable: ["days=29", "days=a", "days="],
  },
  ingestCodec: {
    canonical: { "page=2&batch=7": { page: 2, batch: 7 } },
    unreadable: ["page=0", "batch=x"],
  },
  labelQueueCodec: {
    canonical: { "pick=unsure&at=7": { pick: "unsure", at: 7 } },
    unreadable: ["pick=x", "at=-1"],
  },
  metricsCodec: {
    canonical: { "q=a+%26+b": { text: "a & b" } },
    unreadable: [`q=${"x".repeat(201)}`],
  },
  traceCodec: {
    canonical: {
      "span=0a1b&tab=raw&q=a+%26+b&fold=1&fold=2&part=2&list=outcome%3Dunresolved%26page%3D2": {
        ...{ spanId: "0a1b", tab: "raw", text: "a & b", folded: ["1", "2"], part: 2 },
        list: "outcome=unresolved&page=2",
      },
    },
    unreadable: ["tab=nothing", "part=-1", "span=", `fold=${"&fold=1".repeat(60)}`],
  },
};

/** Every codec that a page's `url.ts` exports, or the filters that pages share, by its name. */
const codecs = (await Promise.all(modules().map((path) => import(path) as Promise<object>)))
  .flatMap((module) => Object.entries(module))
  .filter((entry): entry is [string, Codec<object>] => entry[0].endsWith("Codec"));

function modules(): readonly string[] {
  const pages = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  return pages
    .filter((path) => path.endsWith("/url.ts"))
    .map((path) => join(import.meta.dirname, path));
}

/** What addresses hold: of each parameter's values some are read, others are not. */
const texts = [
  ...[...channels, ...outcomes, ...metrics.map(({ id }) => `${id}.denominator`)],
  ...["0", "1", "7", "1.5", "2026-03-01", "2026-03-31", "2026-02-30", "a & b", "x".repeat(300)],
];

/** Query strings with parameters of a codec, and with one that it lacks. */
function searches({ names }: Codec<object>, samples: readonly string[]): fc.Arbitrary<string> {
  const value = fc.oneof(fc.constantFrom("", ...samples, ...texts), fc.string({ unit: "binary" }));
  const pair = fc.tuple(fc.constantFrom("colour", ...names), value);
  return fc.array(pair, { maxLength: 8 }).map((pairs) => new URLSearchParams(pairs).toString());
}

it("has examples of every page's codec", () => {
  expect(codecs.map(([name]) => name).sort()).toEqual(Object.keys(examples).sort());
});

describe.each(codecs)("%s", (name, codec) => {
  const { canonical = {}, unreadable = [] } = examples[name] ?? {};
  const parse = (search: string) => codec.parse(rawParams(search));
  const samples = Object.keys(canonical).flatMap((search) => [
    ...new URLSearchParams(search).values(),
  ]);

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
    expect(new Set(named)).toEqual(new Set(codec.names));
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
      fc.property(searches(codec, samples), (search) => {
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
