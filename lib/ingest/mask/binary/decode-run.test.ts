import fc from "fast-check";
import { expect, it } from "vitest";
import { hasEncodedRun } from "./decode-run";

it("finds a run of base64 wherever a pattern of that length does", () => {
  const text = fc
    .array(fc.constantFrom("a", "Z", "7", "+/_-", " ", "é", "—", "abcdefgh"), { maxLength: 40 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 20 }), (read, least) => {
      const pattern = new RegExp(`[A-Za-z0-9+/_-]{${String(least)},}`);
      expect(hasEncodedRun(read, least)).toBe(pattern.test(read));
    }),
  );
});
