import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JsonScanner, type ScannedUnit } from "./json-scanner";

const document = JSON.stringify({
  a: 'x"\\{[',
  resourceSpans: [{ spans: [{ n: 1 }, { n: 'y\\\\"]}' }] }, { spans: [] }, [3]],
  other: [{ b: 1 }],
  resource_spans: [{ c: {} }],
});

describe("the scanner", () => {
  it("cuts out the elements of the named lists, however the text comes in pieces", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (lengths) => {
        const units = scan(document, lengths);
        expect(units.map(({ list }) => list)).toEqual([
          { name: "resourceSpans", index: 0 },
          { name: "resourceSpans", index: 1 },
          { name: "resourceSpans", index: 2 },
          { name: "resource_spans", index: 0 },
        ]);
        expect(units.map(({ text }) => JSON.parse(text ?? "") as unknown)).toEqual([
          { spans: [{ n: 1 }, { n: 'y\\\\"]}' }] },
          { spans: [] },
          [3],
          { c: {} },
        ]);
      }),
    );
  });

  it("hands over a document without such lists whole", () => {
    const text = '{"a":[{"b":1}]}';
    expect(scan(text, [4])).toEqual([{ text, line: 1, list: null }]);
  });

  it("saves the complete spans of an open element", () => {
    const scanner = scannerOf();
    scanner.feed('{"resourceSpans":[{"x":{},"scopeSpans":[{"spans":[{"n":1},{"n":2},{"n":[', 1);
    expect(scanner.abandon()).toEqual({
      saved: {
        text: '{"x":{},"scopeSpans":[{"spans":[{"n":1},{"n":2}]}]}',
        line: 1,
        list: { name: "resourceSpans", index: 0 },
      },
      lost: ',{"n":[',
    });
  });

  it("says where the brackets do not match", () => {
    expect(scannerOf().feed('{"resourceSpans":[}', 1)).toBeNull();
  });
});

function scannerOf(): JsonScanner {
  return new JsonScanner(1, ["resourceSpans", "resource_spans"], "spans");
}

function scan(text: string, lengths: readonly number[]): readonly ScannedUnit[] {
  const scanner = scannerOf();
  let at = 0;
  for (let index = 0; at < text.length; index++) {
    const length = lengths[index % lengths.length] ?? 1;
    const end = scanner.feed(text.slice(at, at + length), 1);
    at += length;
    expect(end).toBe(at < text.length ? -1 : text.length - (at - length));
  }
  return scanner.take();
}
