import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { returnPath, signInHref } from "./return-path";

describe("where somebody goes after signing in", () => {
  it.each([
    ["/cases?channel=voice", "/cases?channel=voice"],
    ["/cases/A%2FB", "/cases/A%2FB"],
    ["/sign-in/../audit", "/audit"],
    [null, "/"],
    ["", "/"],
  ])("%s leads to %s", (to, path) => {
    expect(returnPath(to)).toBe(path);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n//evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "///evil.example",
    "/..//evil.example",
    "\\\\evil.example",
    " //evil.example",
    "/%2f%2fevil.example",
    "%2f%2fevil.example",
    "/%5cevil.example",
    "/\r\n/evil.example",
    "java\tscript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "data:text/html,<script>",
    "/./\\/evil.example",
    "//evil.example/..",
    "http:evil.example",
    "/\u2028/evil.example",
  ])("%s leads nowhere else", (to) => {
    expect(new URL(returnPath(to), "https://own.example").origin).toBe("https://own.example");
  });

  it("is a page of this server whatever stands there", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("", "/", "//", "/\\"), (text, start) => {
        const path = returnPath(start + text);
        expect(path.startsWith("/")).toBe(true);
        expect(new URL(path, "https://own.example").origin).toBe("https://own.example");
      }),
    );
  });

  it("is carried through the sign-in", () => {
    const href = signInHref("/cases?q=a&b=c");
    expect(returnPath(new URL(href, "https://own.example").searchParams.get("to"))).toBe(
      "/cases?q=a&b=c",
    );
    expect(signInHref("/")).toBe("/sign-in");
  });
});
