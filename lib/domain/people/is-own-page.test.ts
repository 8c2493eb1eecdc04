import { describe, expect, it } from "vitest";
import { isOwnPage } from "./is-own-page";

const from = (headers: Readonly<Record<string, string>>) => isOwnPage(new Headers(headers));

describe("whether a request comes from a page of this server", () => {
  it("is true if the page's origin equals the Host", () => {
    expect(from({ origin: "http://localhost:3000", host: "localhost:3000" })).toBe(true);
    expect(from({ origin: "https://support.example", host: "Support.example" })).toBe(true);
  });

  it("goes by no host that somebody says was meant", () => {
    const forwarded = { host: "127.0.0.1:3000", "x-forwarded-host": "evil.example" };
    expect(from({ ...forwarded, origin: "https://evil.example" })).toBe(false);
  });

  it.each([
    ["another host", "http://evil.example"],
    ["another port", "http://localhost:3001"],
    ["a page without an origin", "null"],
    ["a host that only begins alike", "http://localhost:3000.evil.example"],
    ["our host as a user's name", "http://localhost:3000@evil.example"],
    ["our host behind a backslash", "http://evil.example\\@localhost:3000"],
    ["a user's name at our host", "http://evil@localhost:3000"],
    ["a path of our host", "http://localhost:3000/"],
    ["a tab within", "http://local\thost:3000"],
    ["another scheme", "ftp://localhost:3000"],
  ])("is not so for %s", (_, origin) => {
    expect(from({ origin, host: "localhost:3000" })).toBe(false);
  });

  it("is not so where no origin is named", () => {
    expect(from({ host: "localhost:3000" })).toBe(false);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc",
    "about:blank",
    "//",
    "%2f%2f",
  ])("is not so for %s, whatever host was asked", (origin) => {
    for (const host of ["", "localhost:3000", "null"]) expect(from({ origin, host })).toBe(false);
  });
});
