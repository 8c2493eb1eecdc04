import { describe, expect, it } from "vitest";
import { decodeAll } from "@/lib/testing/spans/decode-all";
import { jsonRequest, jsonSpan } from "@/lib/testing/spans/otlp-json";
import type { DecodedItem } from "./format";
import { otlpJson } from "./otlp-json";

const one = request("1", "2");
const other = request("3");

describe("the layout of OTLP/JSON", () => {
  it.each([
    ["a request a line", `${JSON.stringify(one)}\n${JSON.stringify(other)}\n`],
    [
      "lines without a last line feed, with CR LF and blank ones",
      `\r\n${JSON.stringify(one)}\r\n\r\n${JSON.stringify(other)}`,
    ],
    ["requests over several lines", `${pretty(one)}\n${pretty(other)}\n`],
    ["requests one after another on a line", `${JSON.stringify(one)}${JSON.stringify(other)}`],
    ["an array on one line", JSON.stringify([one, other])],
    ["an array over several lines", pretty([one, other])],
    ["an array with a request a line", `[\n${JSON.stringify(one)},\n${JSON.stringify(other)}\n]\n`],
    [
      "a request with a resource a line",
      `{"resourceSpans":[\n${resources(one)},\n${resources(other)}\n]}`,
    ],
    ["an array of resources' spans", pretty([...one.resourceSpans, ...other.resourceSpans])],
    ["resources' spans a line", `${resources(one)}\n${resources(other)}`],
    ["a list of single spans", JSON.stringify({ data: spansOf(one, other), next_cursor: null })],
    ["a byte order mark before it", `\uFEFF${JSON.stringify(one)}\n${JSON.stringify(other)}`],
  ])("may be %s", async (_, text) => {
    for (const lengths of [[1], [7, 100], [1e6]]) {
      const items = await decodeAll(otlpJson, text, lengths);
      expect(summary(items)).toEqual(["1", "2", "3"]);
    }
  });

  it("may hold requests without spans", async () => {
    const text = '{}\n{"resourceSpans":[]}\n{"resourceSpans":null}\n{"resourceSpans":[{}]}';
    expect(await decodeAll(otlpJson, text)).toEqual([]);
  });

  it.each([
    ["not JSON", "oops"],
    ["cut in a text", '{"resourceSpans":[{"scopeSp'],
    ["cut between values", '{"resourceSpans":[{"scopeSpans":['],
    ["with a bracket that does not match", '{"resourceSpans":[{"scopeSpans":[}]}'],
    ["with a word that is no value", '{"resourceSpans":nan}'],
    ["JSON, but not traces", '{"hello":1}'],
    ["a bare number", "12"],
  ])("loses a line that is %s, by its number, and no other", async (_, line) => {
    const text = [JSON.stringify(one), line, JSON.stringify(other), ""].join("\n");
    const items = await decodeAll(otlpJson, text, [33]);
    expect(summary(items)).toEqual(["1", "2", "!line 2", "3"]);
  });

  it("says that metrics are not read", async () => {
    const items = await decodeAll(otlpJson, '{"resourceMetrics":[]}\n');
    expect(items).toMatchObject([{ reject: { place: "line 1", spans: 0 } }]);
  });

  it("keeps the complete spans of a line that breaks off, and counts the lost ones", async () => {
    const line = JSON.stringify(request("1", "2", "4", "5"));
    const cut = line.indexOf('"spanId":"4444');
    const text = `${line.slice(0, cut + 200)}\n${JSON.stringify(other)}`;
    const items = await decodeAll(otlpJson, text);
    expect(summary(items)).toEqual(["1", "2", "4", "!line 1", "3"]);
    expect(items[3]).toMatchObject({ reject: { spans: 1 } });
  });

  it("keeps the complete spans of a pretty-printed request at every cut", async () => {
    const text = pretty({ resourceSpans: [...one.resourceSpans, ...other.resourceSpans] });
    const ends = [...text.matchAll(/"endTimeUnixNano": "\d+"\s*\}/g)].map(
      ({ index, 0: match }) => index + match.length,
    );
    expect(ends).toHaveLength(3);
    for (let length = 1; length < text.trimEnd().length; length += 3) {
      const items = await decodeAll(otlpJson, text.slice(0, length));
      const complete = ["1", "2", "3"].slice(0, ends.filter((end) => end <= length).length);
      expect(summary(items).slice(0, -1)).toEqual(complete);
      expect(items.at(-1)?.type).toBe("reject");
    }
  });

  it("goes on with the next document after one over several lines that is broken", async () => {
    const broken = pretty(one).replace('"name": "chat"', '"name": "cha');
    const items = await decodeAll(otlpJson, `${broken}\n${pretty(other)}`);
    expect(summary(items)).toEqual(["!line 1", "3"]);
  });

  it("survives JSON that is nested a million levels deep", async () => {
    const deep = `{"resourceSpans":${"[".repeat(1e6)}${"]".repeat(1e6)}}`;
    const items = await decodeAll(otlpJson, `${deep}\n${JSON.stringify(other)}`);
    expect(summary(items).at(-1)).toBe("3");
  });

  it.each(["", '"resource":{"attributes":[{"key":"r","value":{"intValue":1}}]},'])(
    "may be one line with more spans than fit in memory at once, resource: %j",
    async (resource) => {
      const span = (index: number) =>
        JSON.stringify(jsonSpan({ spanId: (index + 1).toString(16), name: "n".repeat(20_000) }));
      const scope = (name: string, from: number) => {
        const spans = Array.from({ length: 1800 }, (_, index) => span(from + index)).join(" ,\n");
        return `{"scope":{"name":"${name}"},"spans":[${spans}]}`;
      };
      const scopes = `${scope("one", 0)},${scope("two", 1800)}`;
      const text = `{"resourceSpans":[{${resource}"scopeSpans":[${scopes}]}]}`;
      const items = await decodeAll(otlpJson, text.replaceAll("\n", ""), [700_000]);
      const ids = items.map((item) => item.type === "span" && parseInt(item.span.spanId, 16));
      expect(ids).toEqual(Array.from({ length: 3600 }, (_, index) => index + 1));
      const kinds = items.map((item) =>
        item.type === "span" ? `${item.span.scope} ${item.span.resource.size}` : "",
      );
      const size = resource === "" ? 0 : 1;
      expect(new Set(kinds)).toEqual(new Set([`one ${size}`, `two ${size}`]));
    },
  );

  it("loses only the object that is longer than 64 MiB, not the document around it", async () => {
    const big = request("4");
    const text = JSON.stringify({
      resourceSpans: [...one.resourceSpans, ...big.resourceSpans, ...other.resourceSpans],
    }).replace(/("spanId":"4+","name":")/, `$1${"x".repeat(70e6)}`);
    const items = await decodeAll(otlpJson, text, [1e6]);
    expect(summary(items)).toEqual(["1", "2", "!line 1, resourceSpans[1]", "3"]);
  });
});

type Request = { readonly resourceSpans: readonly object[] };

/** One resource with a span per digit; each span's JSON ends with its end time. */
function request(...digits: readonly string[]): Request {
  const spans = digits.map((digit) => jsonSpan({ spanId: digit.repeat(16) }));
  return { resourceSpans: resourcesOf(jsonRequest(spans)) };
}

function resourcesOf(value: object): readonly object[] {
  return "resourceSpans" in value ? (value.resourceSpans as readonly object[]) : [];
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function resources(value: Request): string {
  return value.resourceSpans.map((resource) => JSON.stringify(resource)).join(",");
}

function spansOf(...requests: readonly Request[]): readonly object[] {
  const text = requests.map((each) => JSON.stringify(each)).join();
  return [...text.matchAll(/\{"traceId[^}]*\}/g)].map(([span]) => JSON.parse(span) as object);
}

/** The spans by digit, the rejects by place. */
function summary(items: readonly DecodedItem[]): readonly string[] {
  return items.map((item) => {
    if (item.type === "span") return item.span.spanId.charAt(0);
    return item.type === "reject" ? `!${item.reject.place}` : item.type;
  });
}
