import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutMark, cutPieces, findCutText, maskedMax } from "./cut-pieces";
import { createTextMasker } from "./mask-text";

const masker = createTextMasker((text) => text.length.toString(16).padStart(16, "0"));
const nothing = { input: null, output: null, system: null };

describe("a long text", () => {
  it("is cut into pieces that make it up again, between characters, up to a bound", () => {
    const text = fc
      .array(fc.constantFrom("word ", "line\n", "sentence. ", "😀", "x"), {
        minLength: 1,
        maxLength: 9,
      })
      .chain((parts) =>
        fc.integer({ min: 1, max: 300_000 }).map((times) => parts.join("").repeat(times)),
      );
    fc.assert(
      fc.property(text, (given) => {
        const { pieces, isCut } = cutPieces(given);
        const joined = pieces.join("");
        expect(given.startsWith(joined)).toBe(true);
        expect(isCut).toBe(joined.length < given.length);
        expect(joined.length).toBeLessThanOrEqual(maskedMax);
        if (isCut) expect(joined.length).toBeGreaterThanOrEqual(maskedMax / 2);
        expect(pieces.every((piece) => piece.length <= 256 * 1024 && piece.isWellFormed())).toBe(
          true,
        );
      }),
      { numRuns: 20 },
    );
  });

  it("is masked to the end of a megabyte", () => {
    const filler = "the parcel has not come yet. ".repeat(36_000);
    const masked = masker.mask(`${filler}My card is 4111 1111 1111 1111`, { requested: 0 }).text;
    expect(masked.slice(-40)).toMatch(/^.*My card is <CARD:[0-9a-f]{16}>$/);
  });

  it("of eight megabytes without a space is masked as a whole beyond the bound, and its span says so", () => {
    const { text } = masker.mask("x".repeat(8_000_000));
    expect(text).toBe(`${"x".repeat(maskedMax)}${cutMark}`);
    const attributes = new Map([["note", text]]);
    expect(findCutText({ attributes, events: [] }, nothing)).toEqual([
      expect.objectContaining({ code: "text-truncated" }),
    ]);
    expect(findCutText({ attributes: new Map([["note", cutMark]]), events: [] }, nothing)).toEqual(
      [],
    );
  });

  it("of binary data is one mark, however long it is", () => {
    const bytes = Uint8Array.from({ length: 6_000_000 }, (_, at) => (at * 7919 + (at >> 8)) % 256);
    const { text } = masker.mask(`scan ${Buffer.from(bytes).toString("base64")} end`);
    expect(text).toBe("scan [binary data, 6000000 bytes] end");
  });
});
