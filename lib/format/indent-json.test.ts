import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indentJson } from "./indent-json";

describe("indentJson", () => {
  it("lays objects out and keeps the digits of numbers beyond a double", () => {
    expect(indentJson('{"id":12345678901234567890,"tags":[],"a":["x, {y}"]}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "tags": [],\n  "a": [\n    "x, {y}"\n  ]\n}',
    );
  });

  it("leaves alone what is not JSON", () => {
    for (const text of ["", "hello {", "[1, 2", '"{}"', "12"]) expect(indentJson(text)).toBe(text);
  });

  it("means the same as what it was given and looks like a plain indentation", () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.jsonValue()), fc.object()), (value) => {
        const text = JSON.stringify(value);
        expect(indentJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
      }),
    );
  });
});
