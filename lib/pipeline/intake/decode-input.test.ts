import { createReadStream, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { chunked, collectItems } from "@/lib/testing/spans/decode-all";
import { jsonRequest, jsonSpan } from "@/lib/testing/spans/otlp-json";
import { requireShared } from "@/lib/testing/shared/require-shared";
import type { DecodedItem } from "@/lib/ingest/formats/format";
import { decodeInput } from "./decode-input";

const line = (digit: string) =>
  `${JSON.stringify(jsonRequest([jsonSpan({ spanId: digit.repeat(16) })]))}\n`;

describe("an input of unknown kind", () => {
  it.each([
    ["plain", Buffer.from(line("1") + line("2"))],
    ["gzip", gzipSync(line("1") + line("2"))],
    ["several gzip members", Buffer.concat([gzipSync(line("1")), gzipSync(line("2"))])],
  ])("may be %s, cut anywhere", async (_, bytes) => {
    for (const lengths of [[1], [9, 2], [1e6]]) {
      expect(digits(await decode(bytes, lengths))).toEqual(["1", "2"]);
    }
  });

  it("gives what came before the end of a cut gzip stream, and says that it was cut", async () => {
    const text = Array.from({ length: 3000 }, (_, index) => line(String(1 + (index % 9)))).join("");
    const noise = `${JSON.stringify({ noise: seededNoise(200_000) })}\n`;
    const bytes = gzipSync(text + noise + line("9"));
    const items = await decode(bytes.subarray(0, bytes.length - 50_000));
    expect(digits(items).filter((digit) => digit !== "!")).toHaveLength(3000);
    expect(items.at(-1)).toMatchObject({
      type: "reject",
      reject: { reason: expect.stringContaining("in the middle of a gzip stream") as string },
    });
  });

  it("gives what came before damage in a gzip stream, and says so", async () => {
    const first = gzipSync(line("1"));
    const bytes = Buffer.concat([first, gzipSync(line("2"))]);
    bytes.fill(0xff, first.length + 20, first.length + 60);
    const items = await decode(bytes, [first.length]);
    expect(digits(items)[0]).toBe("1");
    expect(items.at(-1)).toMatchObject({
      reject: { reason: expect.stringContaining("damaged") as string },
    });
  });

  it("loses nothing to a NUL among its text", async () => {
    const items = await decode(Buffer.from(`${line("1").replace("{", "{\0")}${line("2")}`));
    expect(digits(items)).toEqual(["1", "2"]);
  });

  it.each([
    ["name,amount\nAda,12\n", /table, .*: case_id,/],
    ["case_id;mood\nC-1;good\n", /: one like customer_id, opened, /],
    ["case_id,customer_id\nC-1,u-1\n", null],
    ["plain words, and no table", /none of the formats/],
    ["\x89PNG\x1a of bytes, with commas\n\x05 and, a line\n", /none of the formats/],
  ])("is told which columns a table lacks: %j", async (text, reason) => {
    const [item] = await decode(Buffer.from(text));
    if (reason === null) expect(item?.type).toBe("columns");
    else
      expect(item).toMatchObject({ reject: { reason: expect.stringMatching(reason) as string } });
  });

  it.each(["utf16le", "utf16be"])("is told that it is UTF-16: %s", async (encoding) => {
    const bytes = Buffer.from(`\uFEFF${line("1")}`, "utf16le");
    const [item] = await decode(encoding === "utf16le" ? bytes : bytes.swap16());
    expect(item).toEqual({
      type: "reject",
      reject: {
        ...{ place: "start of the input", spans: 0 },
        reason: expect.stringContaining("UTF-16") as string,
      },
    });
  });

  it("is refused with the accepted formats where it is none of them", async () => {
    const items = await decode(Buffer.from("%PDF-1.7 and so on"));
    expect(items).toEqual([
      {
        type: "reject",
        reject: {
          place: "start of the input",
          reason: expect.stringContaining("OpenTelemetry") as string,
          spans: 0,
        },
      },
    ]);
  });

  it("is refused where it is empty", async () => {
    for (const bytes of [Buffer.alloc(0), gzipSync("")]) {
      expect(await decode(bytes)).toMatchObject([
        { reject: { reason: expect.stringContaining("empty") as string } },
      ]);
    }
  });

  it("is refused as too large while it is read, a bomb too", async () => {
    const bomb = gzipSync(line("1") + " ".repeat(200e6));
    let peak = 0;
    const watched = (async function* () {
      for await (const chunk of chunked(bomb, [4096])) {
        peak = Math.max(peak, process.memoryUsage.rss());
        yield chunk;
      }
    })();
    const before = process.memoryUsage.rss();
    const decoding = collectItems(decodeInput(watched, { maxBytes: 1e6 }));
    await expect(decoding).rejects.toMatchObject({ code: "too-large" });
    expect(peak - before).toBeLessThan(60e6);
  });

  it("closes its source when its reader stops", async () => {
    let isClosed = false;
    const source = (async function* () {
      try {
        for (;;) yield* chunked(Buffer.from(line("1")));
      } finally {
        isClosed = true;
      }
    })();
    for await (const items of decodeInput(source)) if (items.length > 0) break;
    expect(isClosed).toBe(true);
  });
});

describe("real inputs", () => {
  it("the real export decodes to 19,372 spans and nothing else, in bounded memory", async () => {
    const path = requireShared("data/ingest/real-cases.otlp.jsonl.gz");
    let spans = 0;
    let count = 0;
    let largest = 0;
    for await (const items of decodeInput(createReadStream(path))) {
      for (const item of items) spans += item.type === "span" ? 1 : 0;
      count += items.length;
      largest = Math.max(largest, items.length);
    }
    expect({ spans, count }).toEqual({ spans: 19_372, count: 19_372 });
    expect(largest).toBeLessThan(1000);
  });

  it.each(["fixtures/otlp", "fixtures/otlp-public"])("every body in %s decodes", async (folder) => {
    const path = requireShared(folder);
    for (const name of readdirSync(path)) {
      const items = await decode(readFileSync(join(path, name)));
      expect(items.length, name).toBeGreaterThan(0);
      expect(
        items.filter(({ type }) => type !== "span"),
        name,
      ).toEqual([]);
    }
  });

  it("the captured protobuf bodies say what their JSON twins say", async () => {
    for (const name of ["openinference-openai", "traceloop-openai"]) {
      const path = join(requireShared("fixtures/otlp"), `${name}.otlp`);
      const [one, other] = await Promise.all(
        [".json", ".pb"].map((end) => decode(readFileSync(path + end))),
      );
      expect(shapeOf(one)).toEqual(shapeOf(other));
    }
  });
});

function decode(bytes: Uint8Array, lengths?: readonly number[]): Promise<DecodedItem[]> {
  return collectItems(decodeInput(chunked(new Uint8Array(bytes), lengths)));
}

function digits(items: readonly DecodedItem[]): readonly string[] {
  return items.map((item) => (item.type === "span" ? item.span.spanId.charAt(0) : "!"));
}

/** Incompressible and deterministic. */
function seededNoise(length: number): string {
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) % 94;
  return Array.from({ length }, () => String.fromCharCode(33 + next())).join("");
}

/** Names, kinds and types only: the two captures are from different runs, with other ids and times. */
function shapeOf(items: readonly DecodedItem[] | undefined): unknown {
  return items?.map((item) =>
    item.type === "span"
      ? [
          item.span.name,
          item.span.otlpKind,
          item.span.scope,
          [...item.span.attributes.keys()].sort(),
        ]
      : item,
  );
}
