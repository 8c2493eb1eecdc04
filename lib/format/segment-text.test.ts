import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentText } from "./segment-text";

const phone = "<PHONE:3f9a0c1b2d4e5f60>";

describe("segmentText", () => {
  it("cuts at the bounds of quotations that overlap", () => {
    const segments = segmentText("abcdef", [
      { ref: 1, start: 0, end: 4 },
      { ref: 2, start: 2, end: 6 },
    ]);
    expect(segments).toEqual([
      { raw: "ab", masked: null, refs: [1], starts: [1] },
      { raw: "cd", masked: null, refs: [1, 2], starts: [2] },
      { raw: "ef", masked: null, refs: [2], starts: [] },
    ]);
  });

  it("names the type of a masked value and leaves look-alikes as they are", () => {
    expect(segmentText(`call ${phone}!`, [])).toEqual([
      { raw: "call ", masked: null, refs: [], starts: [] },
      {
        raw: phone,
        masked: { type: "PHONE", pseudonym: "3f9a0c1b2d4e5f60" },
        refs: [],
        starts: [],
      },
      { raw: "!", masked: null, refs: [], starts: [] },
    ]);
    expect(segmentText("<DIV:3f9a0c1b2d4e5f60>", [])).toEqual([
      { raw: "<DIV:3f9a0c1b2d4e5f60>", masked: null, refs: [], starts: [] },
    ]);
  });

  it("quotes all of a masked value when a quotation reaches into it", () => {
    const segments = segmentText(`a ${phone} b`, [{ ref: 1, start: 0, end: 5 }]);
    expect(segments.map((segment) => [segment.raw, segment.refs])).toEqual([
      ["a ", [1]],
      [phone, [1]],
      [" b", []],
    ]);
  });

  it("leaves out ranges that are empty or lie outside the text", () => {
    const ranges = [
      { ref: 1, start: 2, end: 2 },
      { ref: 2, start: 9, end: 12 },
    ];
    expect(segmentText("abc", ranges)).toEqual([
      { raw: "abc", masked: null, refs: [], starts: [] },
    ]);
    expect(segmentText("", ranges)).toEqual([]);
  });

  it("marks no blank where two quotations differ by one", () => {
    const ranges = [
      { ref: 1, start: 0, end: 5 },
      { ref: 2, start: 0, end: 6 },
    ];
    expect(segmentText("Done. ", ranges).map(({ raw, refs }) => [raw, refs])).toEqual([
      ["Done.", [1, 2]],
      [" ", []],
    ]);
  });

  it("joins to the whole text, and starts each visible quotation exactly once", () => {
    const piece = fc.oneof(fc.string(), fc.constant(phone));
    const range = fc.record({ start: fc.integer({ min: -3, max: 60 }), length: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(piece), fc.array(range), (pieces, drawn) => {
        const text = pieces.join("");
        const ranges = drawn.map(({ start, length }, ref) => ({ ref, start, end: start + length }));
        const segments = segmentText(text, ranges);
        const visible = ranges.filter(
          ({ start, end }) => text.slice(Math.max(0, start), Math.max(0, end)).trim() !== "",
        );
        expect(segments.map((segment) => segment.raw).join("")).toBe(text);
        expect(segments.every((segment) => segment.raw !== "")).toBe(true);
        expect(segments.flatMap((segment) => segment.starts).sort((a, b) => a - b)).toEqual(
          visible.map(({ ref }) => ref),
        );
      }),
    );
  });

  it("marks no blank between two masked values", () => {
    const name = "<PERSON:3f9a0c1b2d4e5f60>";
    const text = `${name} ${name}`;
    const segments = segmentText(text, [{ ref: 1, start: 0, end: text.length }]);
    expect(segments.map(({ raw, refs }) => [raw, refs])).toEqual([
      [name, [1]],
      [" ", []],
      [name, [1]],
    ]);
  });

  it("draws of ten thousand masked values a thousand segments and the quotations", () => {
    const text = `${phone} `.repeat(10_000);
    const quoted = { ref: 1, start: 26 * 9000, end: 26 * 9000 + 5 };
    const segments = segmentText(text, [quoted]);
    expect(segments.map(({ raw }) => raw).join("")).toBe(text);
    expect(segments).toHaveLength(1003);
    expect(segments.filter(({ refs }) => refs.length > 0)).toMatchObject([
      { raw: phone, masked: { type: "PHONE" }, starts: [1] },
    ]);
  });
});
