import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorText } from "./error-text";

describe("errorText", () => {
  it.each([
    ["Order 123456 not found.", "Order # not found"],
    ["Order ORD-12 not found", "Order # not found"],
    ["No customer <CUSTOMER_ID:0123456789abcdef> here", "No customer <CUSTOMER_ID> here"],
    ["upstream answered HTTP 503: try again", "upstream answered HTTP 503: try again"],
    ["Error code: 429 - rate limit", "Error code: 429 - rate limit"],
    ["404 Not Found", "404 Not Found"],
    ["timeout of 10000ms exceeded", "timeout of #ms exceeded"],
    ["connect ECONNREFUSED 127.0.0.1:5432", "connect ECONNREFUSED #"],
    [
      "GET https://api.shop.example/v2/orders/8841 failed",
      "GET https://api.shop.example/v2/orders/# failed",
    ],
    ["request 3f2a9c1e-77aa-4b1e-9d0f-0a1b2c3d4e5f died", "request # died"],
    ["model gpt-4o is overloaded", "model gpt-4o is overloaded"],
    ["2026-11-03T10:00:00Z lock held", "# lock held"],
    ["first line\nsecond line 7", "first line"],
    ['{"error":{"code":9,"message":"Card declined"}}', "Card declined"],
    ['{"status":"error","detail":"No seat left"}', "No seat left"],
    [
      "Traceback (most recent call last):\n  File \"a.py\", line 3\nKeyError: 'order'",
      "KeyError: 'order'",
    ],
    ["x ".repeat(60), `${"x ".repeat(29)}x…`],
  ])("%s", (raw, text) => {
    expect(errorText(raw)).toBe(text);
  });

  it.each(["", "  \n ", "__REDACTED__", "<REDACTED>"])(
    "is null where nothing says why: %j",
    (raw) => {
      expect(errorText(raw)).toBeNull();
    },
  );

  it("is one short line, whatever was masked in it", () => {
    const anything = fc.string({ unit: "binary", maxLength: 80 });
    fc.assert(
      fc.property(anything, anything, (before, after) => {
        const text = errorText(`${before}${after}`);
        if (text === null) return;
        expect(text.length).toBeLessThanOrEqual(60);
        expect(text).not.toMatch(/[\n\r\t]/);
        expect(text.isWellFormed()).toBe(true);
        const masked = errorText(`a <EMAIL:0123456789abcdef> ${after}`);
        expect(errorText(`a <EMAIL:fedcba9876543210> ${after}`)).toBe(masked);
      }),
    );
  });
});
