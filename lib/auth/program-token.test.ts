import { describe, expect, it } from "vitest";
import { readPresentedToken } from "./program-token";

const read = (headers: Readonly<Record<string, string>>) =>
  readPresentedToken(new Headers(headers));

describe("the token that a program presents", () => {
  it("is read from the headers that exporters send", () => {
    expect(read({ authorization: "Bearer tl_a" })).toEqual({ secret: "tl_a", publicId: null });
    expect(read({ authorization: "bearer tl_a" })).toEqual({ secret: "tl_a", publicId: null });
    // As in OTEL_EXPORTER_OTLP_HEADERS: OpenLIT sends its value without decoding it.
    expect(read({ authorization: "Bearer%20tl_a" })).toEqual({ secret: "tl_a", publicId: null });
    const pair = { secret: "tl_a", publicId: "token-1" };
    expect(read({ "x-api-key": "token-1", "x-secret-key": "tl_a" })).toEqual(pair);
    const basic = Buffer.from("token-1:tl_a").toString("base64");
    expect(read({ authorization: `Basic ${basic}` })).toEqual(pair);
  });

  it("is none where nothing is sent, or half of a pair", () => {
    for (const headers of [
      {},
      { "x-api-key": "token-1" },
      { "x-secret-key": "tl_a" },
      { authorization: "tl_a" },
    ]) {
      expect(read(headers as Record<string, string>)).toBeNull();
    }
  });

  it("is a wrong one where a pair is not one", () => {
    const basic = Buffer.from("tl_a").toString("base64");
    expect(read({ authorization: `Basic ${basic}` })).toEqual({ secret: "tl_a", publicId: "" });
  });
});
