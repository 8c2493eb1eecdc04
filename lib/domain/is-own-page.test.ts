import { describe, expect, it } from "vitest";
import { isOwnPage } from "./is-own-page";

const from = (headers: Readonly<Record<string, string>>) => isOwnPage(new Headers(headers));

describe("whether a request comes from a page of this server", () => {
  it("is so where the page's origin is the host that was asked", () => {
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
  ])("is not so for %s", (_, origin) => {
    expect(from({ origin, host: "localhost:3000" })).toBe(false);
  });

  it("is not so where no origin is named", () => {
    expect(from({ host: "localhost:3000" })).toBe(false);
  });
});
