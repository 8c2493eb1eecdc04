import { describe, expect, it } from "vitest";
import { testPseudonymise } from "@/lib/testing/test-pseudonymise";
import { areOneName, composeName, holdsName } from "./name-pseudonym";

const of = (name: string): string =>
  composeName(name.split(" "), (word) => testPseudonymise("PERSON", word));

describe("pseudonyms of one name", () => {
  it.each([
    ["mia li", "mia"],
    ["mia li", "li"],
    ["dr li", "mia li"],
    ["mia ann li", "mia li"],
    ["mr john smith", "john smith"],
  ])("can be told to belong together: %s and %s", (one, other) => {
    expect(areOneName(of(one), of(other))).toBe(true);
    expect(areOneName(of(other), of(one))).toBe(true);
  });

  it.each([
    ["mia", "li"],
    ["mia li", "noah li"],
    ["mia li", "mia brown"],
    ["mia li", "noah"],
    ["li mia", "mia li"],
  ])("differ from another's: %s and %s", (one, other) => {
    expect(areOneName(of(one), of(other))).toBe(false);
  });

  it("are found in a text by any part of the name", () => {
    const text = `Hello <PERSON:${of("mia")}>, call <PHONE:${of("noah")}>`;
    expect(holdsName(text, `<person:${of("mia li")}>`)).toBe(true);
    expect(holdsName(text, `<person:${of("noah li")}>`)).toBe(false);
    expect(holdsName(text, "<phone:0000000000000000>")).toBe(false);
  });
});
